package openproton.resource.environment;

import java.util.Optional;
import openproton.api.ConflictException;
import openproton.api.Environment;
import openproton.api.Provisioning;
import openproton.change.Deployable;
import openproton.resource.repository.LinkedBranch;

/// An environment as it is kept: what belongs to it alone, beside what it has in common with all deployables.
///
/// @param deployable its version, spec, status and outputs
/// @param description free text
/// @param roles what provisions it and what is deployed to it, in its own account
/// @param place where it is provisioned, if not simply in its own account
/// @param customerManaged nothing is provisioned: its spec values are its outputs
public record StoredEnvironment(
        Deployable deployable, Optional<String> description, Roles roles, Place place, boolean customerManaged) {

    /// Where an environment is provisioned; nothing of it for its own account.
    ///
    /// @param repository pull requests to it provision the environment
    /// @param connection the other account that it is provisioned in
    public record Place(Optional<LinkedBranch> repository, Optional<OtherAccount> connection) {}

    /// The other account that an environment is provisioned in.
    ///
    /// @param connectionId the account connection, which may be gone
    /// @param account the account
    /// @param roles what the connection offers there; empty when it is gone, or not connected any more
    public record OtherAccount(String connectionId, String account, Optional<Roles> roles) {}

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

    /// The roles that provision what is in it: its own, or those of the other account.
    ///
    /// @throws ConflictException when the connection to the other account is gone
    public Roles usableRoles() {
        return place.connection()
                .map(other -> other.roles()
                        .orElseThrow(() -> new ConflictException(
                                "the account connection '%s' of environment '%s' is gone; the environment account must create a new one, which UpdateEnvironment can then name"
                                        .formatted(
                                                other.connectionId(),
                                                deployable.target().name()))))
                .orElse(roles);
    }

    /// The account that it is provisioned in.
    String account() {
        return place.connection()
                .map(OtherAccount::account)
                .orElse(deployable.target().scope().account());
    }

    /// The environment in detail.
    public Environment inDetail() {
        var standing = deployable.attempts();
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
                .environmentAccountConnectionId(place.connection().map(OtherAccount::connectionId))
                .environmentAccountId(place.connection().map(OtherAccount::account))
                .provisioningRepository(place.repository()
                        .map(branch -> branch.toApi(deployable.target().scope())))
                .spec(deployable.spec())
                .provisioning(provisioning())
                .lastAttemptedDeploymentId(standing.attemptedId())
                .lastSucceededDeploymentId(standing.succeededId())
                .build();
    }

    private Optional<Provisioning> provisioning() {
        return customerManaged ? Optional.of(Provisioning.CUSTOMER_MANAGED) : Optional.empty();
    }
}
