package openproton.resource.component;

import java.util.Optional;
import openproton.api.Component;
import openproton.api.ComponentSummary;
import openproton.resource.deployment.StoredComponent;

/// Components as the API shows them.
final class ComponentViews {
    private ComponentViews() {}

    static Component inDetail(StoredComponent component, Optional<String> token) {
        var deployable = component.deployable();
        var standing = deployable.standing();
        return Component.builder()
                .name(component.name())
                .description(component.own().description())
                .arn(deployable.arn())
                .environmentName(deployable.target().environment())
                .serviceName(component.attachment().map(StoredComponent.Attachment::service))
                .serviceInstanceName(component.attachment().map(StoredComponent.Attachment::instance))
                .createdAt(deployable.createdAt())
                .lastModifiedAt(component.own().modifiedAt())
                .lastDeploymentAttemptedAt(standing.attemptedAt())
                .lastDeploymentSucceededAt(standing.succeededAt())
                .deploymentStatus(standing.phase().status())
                .deploymentStatusMessage(standing.phase().why())
                .serviceSpec(component.source().serviceSpec())
                .lastClientRequestToken(token)
                .lastAttemptedDeploymentId(standing.attemptedId())
                .lastSucceededDeploymentId(standing.succeededId())
                .build();
    }

    /// Without the token of its last request, which a list does not show.
    static ComponentSummary inShort(StoredComponent component) {
        return ComponentSummary.of(inDetail(component, Optional.empty()));
    }
}
