package openproton.request;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.OperationShape;
import openproton.api.Shape;
import openproton.store.Transaction;

/// One request of an operation that may be repeated.
///
/// @param shape the operation in the model; its idempotency class decides what a repetition does
/// @param change does what the operation promises
record IdempotentRequest<I extends Shape, O extends Shape>(
        OperationShape<I, O> shape, Repeatable<I, O> change, I input, Caller caller) {

    /// The ARN of what the request creates, changes or deletes.
    String resource() {
        return change.resource(input, caller);
    }

    /// The answer about a resource as it is now.
    Optional<O> current(Transaction tx, String arn) {
        return change.current(tx, arn, input, caller);
    }

    /// The ARN of what an answer is about.
    String made(O answer) {
        return change.made(resource(), answer);
    }

    /// Does what the operation promises.
    O effect(Transaction tx) {
        return change.handle(tx, input, caller);
    }

    Scope scope() {
        return Scope.of(caller);
    }
}
