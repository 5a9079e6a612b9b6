package openproton.resource.deployment;

import java.util.Optional;
import openproton.api.Deployment;
import openproton.api.DeploymentSummary;
import openproton.api.DeploymentTargetResourceType;
import openproton.change.Deployable;
import openproton.change.DeployableTable;
import openproton.change.DeploymentStates;
import openproton.change.StoredDeployment;
import openproton.change.Target;
import openproton.store.Transaction;

/// Deployments as the API shows them.
public record DeploymentViews(Transaction tx) {

    public Deployment inDetail(StoredDeployment deployment) {
        return withoutStates(deployment)
                .initialState(deployment.request().initialState().map(DeploymentStates::read))
                .targetState(deployment.request().targetState().map(DeploymentStates::read))
                .build();
    }

    DeploymentSummary inShort(StoredDeployment deployment) {
        return DeploymentSummary.of(withoutStates(deployment).build());
    }

    /// All but what the target was and shall be: a list must not read the JSON of each deployment.
    private Deployment.Builder withoutStates(StoredDeployment deployment) {
        Target target = deployment.target();
        Optional<Deployable.Attempts> standing = standing(target);
        return Deployment.builder()
                .id(deployment.id())
                .arn(arn(deployment))
                .targetArn(target.arn())
                .targetResourceCreatedAt(deployment.times().targetCreatedAt())
                .targetResourceType(target.type())
                .createdAt(deployment.times().createdAt())
                .lastModifiedAt(deployment.times().modifiedAt())
                .completedAt(deployment.times().completedAt())
                .environmentName(target.environment())
                .serviceName(target.serviceName())
                .serviceInstanceName(nameOf(target, DeploymentTargetResourceType.SERVICE_INSTANCE))
                .componentName(nameOf(target, DeploymentTargetResourceType.COMPONENT))
                .lastAttemptedDeploymentId(standing.flatMap(Deployable.Attempts::attemptedId))
                .lastSucceededDeploymentId(standing.flatMap(Deployable.Attempts::succeededId))
                .deploymentStatus(deployment.phase().status())
                .deploymentStatusMessage(deployment.phase().why());
    }

    private Optional<Deployable.Attempts> standing(Target target) {
        return new DeployableTable(tx).find(target.arn()).map(Deployable::attempts);
    }

    private static String arn(StoredDeployment deployment) {
        return deployment.target().scope().arn("deployment/" + deployment.id());
    }

    private static Optional<String> nameOf(Target target, DeploymentTargetResourceType type) {
        return target.type() == type ? Optional.of(target.name()) : Optional.empty();
    }
}
