package openproton.auth.permission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.OperationShape;
import openproton.api.Shape;
import openproton.base.Arn;

/// A role or a connection to a git host that the caller owns and a request hands over to OpenProton for use
/// (resources and lifecycle, §11.4).
///
/// @param service the service of AWS that it belongs to, such as `iam`
/// @param action the permission that is needed for it, such as `iam:PassRole`
/// @param arn its ARN, as the request gives it
record PassedResource(String service, String action, String arn) {
    private static final List<String> CONNECTIONS = List.of("codestar-connections", "codeconnections");
    private static final String RECEIVER = "proton.amazonaws.com";

    /// Every resource that a request hands over.
    static List<PassedResource> by(OperationShape<?, ?> operation, Shape input) {
        return operation.authorization().passed().stream()
                .flatMap(member -> input.text(member).stream())
                .filter(arn -> !arn.isEmpty())
                .map(PassedResource::of)
                .toList();
    }

    /// The values that conditions compare.
    Map<String, List<String>> values() {
        return Map.of(service + ":PassedToService", List.of(RECEIVER));
    }

    private static PassedResource of(String arn) {
        Optional<String> connections = Arn.parse(arn).map(Arn::service).filter(CONNECTIONS::contains);
        return connections
                .map(service -> new PassedResource(service, service + ":PassConnection", arn))
                .orElseGet(() -> new PassedResource("iam", "iam:PassRole", arn));
    }
}
