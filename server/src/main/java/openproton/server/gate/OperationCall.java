package openproton.server.gate;

import openproton.api.Caller;
import openproton.api.Operation;
import openproton.api.OperationShape;
import openproton.api.Shape;

/// An operation with the input it is asked to work on.
public record OperationCall<I extends Shape, O extends Shape>(
        Operation<I, O> operation, OperationShape<I, O> shape, I input) {

    /// Runs the operation.
    O run(Caller caller) {
        return operation.handle(input, caller);
    }

    /// Names the operation, never the input.
    @Override
    public String toString() {
        return shape.name();
    }
}
