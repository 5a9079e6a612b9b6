package openproton.auth;

import java.util.List;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.OperationShape;
import openproton.api.Shape;
import openproton.base.Arn;

/// What a request reads besides what it names: a deployment tells about what it deployed
/// (docs/behaviour/accounts-and-permissions.md#what-a-permission-is-checked-on).
///
/// @param action the operation that reads it, such as `GetEnvironment`
/// @param arn what is read
record ReadToo(String action, String arn) {
    private static final List<String> DEPLOYMENT = List.of("deployment/{id}");

    /// What a request reads besides; empty unless it reads a deployment that there is.
    static Optional<ReadToo> by(OperationShape<?, ?> operation, Shape input, Caller caller, DeploymentTargets targets) {
        boolean deployment = operation.authorization().resources().equals(DEPLOYMENT);
        return operation.readOnly() && deployment
                ? input.text("id").flatMap(id -> targets.of(caller, id)).map(ReadToo::of)
                : Optional.empty();
    }

    private static ReadToo of(Arn target) {
        String[] parts = target.resource().split("/", -1);
        return switch (parts[0]) {
            case "environment" -> new ReadToo("GetEnvironment", target.toString());
            case "component" -> new ReadToo("GetComponent", target.toString());
            default ->
                parts.length > 3
                        ? new ReadToo("GetServiceInstance", target.toString())
                        : new ReadToo(
                                "GetService",
                                target.withResource("service/" + parts[1]).toString());
        };
    }
}
