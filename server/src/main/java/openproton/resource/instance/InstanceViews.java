package openproton.resource.instance;

import java.util.Optional;
import openproton.api.ServiceInstance;
import openproton.api.ServiceInstanceSummary;
import openproton.change.Deployable;

/// Service instances as the API shows them.
final class InstanceViews {
    private InstanceViews() {}

    static ServiceInstance inDetail(Deployable instance, Optional<String> token) {
        var standing = instance.attempts();
        return ServiceInstance.builder()
                .name(instance.target().name())
                .arn(instance.arn())
                .createdAt(instance.createdAt())
                .lastDeploymentAttemptedAt(standing.attemptedAt())
                .lastDeploymentSucceededAt(standing.succeededAt())
                .serviceName(instance.target().service())
                .environmentName(instance.target().environment())
                .templateName(instance.version().template())
                .templateMajorVersion(instance.version().majorText())
                .templateMinorVersion(instance.version().minorText())
                .deploymentStatus(standing.phase().status())
                .deploymentStatusMessage(standing.phase().why())
                .spec(instance.spec())
                .lastClientRequestToken(token)
                .lastAttemptedDeploymentId(standing.attemptedId())
                .lastSucceededDeploymentId(standing.succeededId())
                .build();
    }

    /// Without the token of its last request, which a list does not show.
    static ServiceInstanceSummary inShort(Deployable instance) {
        return ServiceInstanceSummary.of(inDetail(instance, Optional.empty()));
    }
}
