package openproton.request;

import openproton.api.Caller;
import openproton.api.Shape;

/// An operation that must talk to the world first: to git, to a bucket, to an engine. It does so outside any
/// transaction, and leaves a query or a change that makes the answer of what it brought.
@FunctionalInterface
public non-sealed interface Errand<I extends Shape, O extends Shape> extends Operation<I, O> {

    /// Talks to the world.
    ///
    /// @param rows what is in the database, to know what to ask for
    /// @return what remains to be done in a transaction
    /// @throws openproton.api.ApiException one that the model lists for this operation
    Operation<I, O> prepare(Rows rows, I input, Caller caller);
}
