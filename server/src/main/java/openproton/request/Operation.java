package openproton.request;

import openproton.api.Shape;

/// One operation of the API: its class is named as in the API reference, its components are its tools. An operation
/// never opens a transaction; [Dispatch] does, once, for all of them.
///
/// @param <I> the input shape
/// @param <O> the output shape
public sealed interface Operation<I extends Shape, O extends Shape> permits Query, Change, Errand {

    /// The name of the operation in the API.
    default String name() {
        return getClass().getSimpleName();
    }
}
