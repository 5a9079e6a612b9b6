package openproton.resource.component;

import java.util.Optional;
import openproton.api.Component;
import openproton.api.ComponentSummary;
import openproton.change.StoredComponent;

/// Components as the API shows them.
final class ComponentViews {
    private ComponentViews() {}

    static Component inDetail(StoredComponent component, Optional<String> token) {
        var deployable = component.deployable();
        var attempts = deployable.attempts();
        return Component.builder()
                .name(component.name())
                .description(component.own().description())
                .arn(deployable.arn())
                .environmentName(deployable.target().environment())
                .serviceName(component.attachment().map(StoredComponent.Attachment::service))
                .serviceInstanceName(component.attachment().map(StoredComponent.Attachment::instance))
                .createdAt(deployable.createdAt())
                .lastModifiedAt(component.own().modifiedAt())
                .lastDeploymentAttemptedAt(attempts.attemptedAt())
                .lastDeploymentSucceededAt(attempts.succeededAt())
                .deploymentStatus(attempts.phase().status())
                .deploymentStatusMessage(attempts.phase().why())
                .serviceSpec(component.source().serviceSpec())
                .lastClientRequestToken(token)
                .lastAttemptedDeploymentId(attempts.attemptedId())
                .lastSucceededDeploymentId(attempts.succeededId())
                .build();
    }

    /// Without the token of its last request, which a list does not show.
    static ComponentSummary inShort(StoredComponent component) {
        return ComponentSummary.of(inDetail(component, Optional.empty()));
    }
}
