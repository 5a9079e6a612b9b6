package openproton.change;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.ConflictException;
import openproton.api.DeploymentStatus;
import openproton.api.ProvisionedResource;

/// Something that deployments deploy, as it stands: an environment, a service instance, a pipeline or a component.
///
/// @param target what it is called
/// @param createdAt when it was created
/// @param version the version of its last success; before the first, the one that was asked for
/// @param spec the spec of its last success; before the first, the one that was asked for
/// @param attempts how its deployments went
/// @param provisioned what its last success left in the world
public record Deployable(
        Target target,
        Instant createdAt,
        VersionNumber version,
        String spec,
        Attempts attempts,
        Provisioned provisioned) {

    /// How the deployments of something went.
    ///
    /// @param phase where the newest deployment stands
    /// @param newestId the newest deployment
    /// @param attemptedAt when the newest deployment that was not a deletion began
    /// @param succeededAt when the newest successful deployment began
    /// @param attemptedId the newest deployment that was not a deletion
    /// @param succeededId the newest successful deployment
    public record Attempts(
            Phase phase,
            String newestId,
            Instant attemptedAt,
            Optional<Instant> succeededAt,
            Optional<String> attemptedId,
            Optional<String> succeededId) {

        /// Whether a deployment says where the deployable stands.
        boolean name(String deployment) {
            return newestId.equals(deployment) || attemptedId.equals(Optional.of(deployment));
        }
    }

    /// What deployments left in the world.
    ///
    /// @param outputs of the last success
    /// @param resources of the last success
    /// @param archive what to run to remove it: the files of the last success, or of the first attempt that ran
    public record Provisioned(
            Map<String, String> outputs, List<ProvisionedResource> resources, Optional<String> archive) {

        /// Nothing at all.
        public static final Provisioned NOTHING = new Provisioned(Map.of(), List.of(), Optional.empty());
    }

    /// The ARN.
    public String arn() {
        return target.arn();
    }

    /// Where its newest deployment stands.
    public Phase phase() {
        return attempts.phase();
    }

    /// Whether its newest deployment is not settled.
    public boolean isBusy() {
        return phase() instanceof Phase.Busy;
    }

    /// Whether it is being removed, or waits for that.
    public boolean isLeaving() {
        return phase().status() == DeploymentStatus.DELETE_IN_PROGRESS;
    }

    /// @throws ConflictException when a workflow is working on it, or it can only be deleted
    public void requireChangeable() {
        if (isBusy() || phase() instanceof Phase.DeleteFailed) {
            throw new ConflictException("%s is %s and cannot be updated now"
                    .formatted(target.words(), phase().status().value()));
        }
    }

    /// Whether it has ever been deployed with success.
    public boolean hasSucceeded() {
        return attempts.succeededAt().isPresent();
    }
}
