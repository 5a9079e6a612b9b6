package openproton.request;

import openproton.api.Caller;
import openproton.api.Shape;
import openproton.store.Transaction;

/// An operation that writes: everything it does happens in one transaction, or not at all. The database may ask for it
/// to be run again, so it must change nothing but rows.
@FunctionalInterface
public non-sealed interface Change<I extends Shape, O extends Shape> extends Operation<I, O> {

    /// Does what the operation promises.
    ///
    /// @throws openproton.api.ApiException one that the model lists for this operation
    O handle(Transaction tx, I input, Caller caller);
}
