package openproton.auth.permission;

import java.util.List;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.OperationShape;
import openproton.api.Shape;
import openproton.base.Arn;

/// A resource that a request reads besides those that it names: a deployment tells about its resource (resources and
/// lifecycle, §11.2).
///
/// @param action the operation that reads it, such as `GetEnvironment`
/// @param arn the resource that is read
record ImpliedRead(String action, String arn) {
    private static final List<String> DEPLOYMENT = List.of("deployment/{id}");

    /// The resource that a request reads too; empty unless the request reads an existing deployment.
    static Optional<ImpliedRead> by(
            OperationShape<?, ?> operation, Shape input, Caller caller, DeploymentTargets targets) {
        boolean deployment = operation.authorization().resources().equals(DEPLOYMENT);
        return operation.readOnly() && deployment
                ? input.text("id").flatMap(id -> targets.of(caller, id)).map(ImpliedRead::of)
                : Optional.empty();
    }

    private static ImpliedRead of(Arn target) {
        String[] parts = target.resource().split("/", -1);
        return switch (parts[0]) {
            case "environment" -> new ImpliedRead("GetEnvironment", target.toString());
            case "component" -> new ImpliedRead("GetComponent", target.toString());
            default ->
                parts.length > 3
                        ? new ImpliedRead("GetServiceInstance", target.toString())
                        : new ImpliedRead(
                                "GetService",
                                target.withResource("service/" + parts[1]).toString());
        };
    }
}
