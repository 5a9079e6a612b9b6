package openproton.api;

/// One operation of the API: its class is named as in the API reference, its components are its tools.
///
/// @param <I> the input shape
/// @param <O> the output shape
public interface Operation<I extends Shape, O extends Shape> {

    /// Does what the operation promises, in one transaction where it changes anything.
    ///
    /// @param input checked against every shape rule of the model
    /// @param caller who asks; already found to be allowed to
    /// @throws ApiException one that the model lists for this operation
    O handle(I input, Caller caller);

    /// The name of the operation in the API.
    default String name() {
        return getClass().getSimpleName();
    }
}
