package openproton.api;

/// Answers calls of the API; the door knows no operation, only this.
public interface Dispatcher {

    /// Whether an operation of the model is answered here.
    boolean serves(OperationShape<?, ?> shape);

    /// Answers a call.
    ///
    /// @param input checked against every shape rule of the model
    /// @param caller who asks; already found to be allowed to
    /// @throws ApiException one that the model lists for this operation
    <I extends Shape, O extends Shape> O dispatch(OperationShape<I, O> shape, I input, Caller caller);
}
