package openproton.resource.environment;

import java.util.Optional;
import openproton.api.Environment;
import openproton.api.EnvironmentSummary;
import openproton.api.Provisioning;
import openproton.resource.deployment.Deployable;

/// An environment as it is kept: what belongs to it alone, beside what it has in common with all deployables.
///
/// @param deployable its version, spec, status and outputs
/// @param description free text
/// @param roles what provisions it and what is deployed to it
/// @param customerManaged nothing is provisioned: its spec values are its outputs
public record StoredEnvironment(
        Deployable deployable, Optional<String> description, Roles roles, boolean customerManaged) {

    /// The roles of an environment, as ARNs.
    ///
    /// @param service provisions CloudFormation stacks
    /// @param codebuild runs the commands of CodeBuild bundles
    /// @param component provisions components
    public record Roles(Optional<String> service, Optional<String> codebuild, Optional<String> component) {

        /// These roles where other ones do not take their place.
        Roles changedBy(Roles other) {
            return new Roles(
                    other.service.or(() -> service),
                    other.codebuild.or(() -> codebuild),
                    other.component.or(() -> component));
        }
    }

    /// The environment in detail.
    public Environment inDetail() {
        var standing = deployable.standing();
        return Environment.builder()
                .name(deployable.target().name())
                .arn(deployable.arn())
                .createdAt(deployable.createdAt())
                .lastDeploymentAttemptedAt(standing.attemptedAt())
                .lastDeploymentSucceededAt(standing.succeededAt())
                .templateName(deployable.version().template())
                .templateMajorVersion(deployable.version().majorText())
                .templateMinorVersion(deployable.version().minorText())
                .deploymentStatus(standing.phase().status())
                .deploymentStatusMessage(standing.phase().why())
                .description(description)
                .protonServiceRoleArn(roles.service())
                .codebuildRoleArn(roles.codebuild())
                .componentRoleArn(roles.component())
                .spec(deployable.spec())
                .provisioning(provisioning())
                .lastAttemptedDeploymentId(standing.attemptedId())
                .lastSucceededDeploymentId(standing.succeededId())
                .build();
    }

    EnvironmentSummary inShort() {
        var standing = deployable.standing();
        return EnvironmentSummary.builder()
                .name(deployable.target().name())
                .arn(deployable.arn())
                .createdAt(deployable.createdAt())
                .lastDeploymentAttemptedAt(standing.attemptedAt())
                .lastDeploymentSucceededAt(standing.succeededAt())
                .templateName(deployable.version().template())
                .templateMajorVersion(deployable.version().majorText())
                .templateMinorVersion(deployable.version().minorText())
                .deploymentStatus(standing.phase().status())
                .deploymentStatusMessage(standing.phase().why())
                .description(description)
                .protonServiceRoleArn(roles.service())
                .componentRoleArn(roles.component())
                .provisioning(provisioning())
                .lastAttemptedDeploymentId(standing.attemptedId())
                .lastSucceededDeploymentId(standing.succeededId())
                .build();
    }

    private Optional<Provisioning> provisioning() {
        return customerManaged ? Optional.of(Provisioning.CUSTOMER_MANAGED) : Optional.empty();
    }
}
