package openproton.api;

import java.util.Set;
import java.util.function.Function;

/// The facts of an operation in the model; generated, one constant for each.
///
/// @param target the value of the header `X-Amz-Target`, such as `AwsProton20200720.CreateEnvironment`
/// @param input reads the input shape from JSON
/// @param output reads the output shape from JSON, for clients
/// @param errors the bare names of the errors it may answer with
/// @param authorization what its caller needs permission for
/// @param idempotency the effect of a repeated request
public record OperationShape<I extends Shape, O extends Shape>(
        String target,
        Function<WireReader, I> input,
        Function<WireReader, O> output,
        Set<String> errors,
        Authorization authorization,
        IdempotencyClass idempotency) {

    /// Whether the operation changes nothing.
    public boolean readOnly() {
        return idempotency == IdempotencyClass.READ;
    }

    /// The name of the operation in the API.
    public String name() {
        return target.substring(target.indexOf('.') + 1);
    }
}
