package openproton.request;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.Shape;
import openproton.store.Transaction;

/// A change whose repeated request is recognized: [Idempotency] answers the repetition, by the class that the model
/// gives the operation, and runs the change for every other request.
public interface Repeatable<I extends Shape, O extends Shape> extends Change<I, O> {

    /// The ARN of the resource that a request creates, changes or deletes; empty text where the server chooses it.
    String resource(I input, Caller caller);

    /// The answer about a resource as it is now; empty when there is none.
    ///
    /// @param resource its ARN: that of [#resource], or of [#made]
    Optional<O> current(Transaction tx, String resource, I input, Caller caller);

    /// The ARN of what an answer is about; differs from [#resource] only where the server chooses it.
    ///
    /// @param resource the answer of [#resource]
    default String made(String resource, O answer) {
        return resource;
    }
}
