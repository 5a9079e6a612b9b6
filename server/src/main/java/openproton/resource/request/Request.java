package openproton.resource.request;

import java.util.Optional;
import java.util.function.Function;
import openproton.api.Caller;
import openproton.api.OperationShape;
import openproton.api.Shape;

/// One request of an operation that may be retried, with what it needs to be recognized.
///
/// @param shape the operation; its idempotency class decides what a retry does
/// @param input the input
/// @param caller who asks
/// @param resource the ARN of what the request creates, changes or deletes; where the server assigns it, see `made`
/// @param current answers with the resource of an ARN as it is now; empty when there is none
/// @param made the ARN of what an answer is about
public record Request<I extends Shape, O extends Shape>(
        OperationShape<I, O> shape,
        I input,
        Caller caller,
        String resource,
        Function<String, Optional<O>> current,
        Function<O, String> made) {

    /// A request that names its resource itself.
    public static <I extends Shape, O extends Shape> Request<I, O> naming(
            OperationShape<I, O> shape,
            I input,
            Caller caller,
            String resource,
            Function<String, Optional<O>> current) {
        return new Request<>(shape, input, caller, resource, current, _ -> resource);
    }

    Scope scope() {
        return Scope.of(caller);
    }
}
