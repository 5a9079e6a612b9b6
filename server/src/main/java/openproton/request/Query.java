package openproton.request;

import openproton.api.Caller;
import openproton.api.Shape;
import openproton.store.Transaction;

/// An operation that reads: everything it sees stands as it stood at one moment.
@FunctionalInterface
public non-sealed interface Query<I extends Shape, O extends Shape> extends Operation<I, O> {

    /// The answer.
    ///
    /// @param tx must not be written to
    /// @throws openproton.api.ApiException one that the model lists for this operation
    O handle(Transaction tx, I input, Caller caller);
}
