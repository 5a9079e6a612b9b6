package openproton.resource.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.ConflictException;
import openproton.api.ProvisionedResource;
import openproton.resource.template.VersionNumber;

/// Something that deployments deploy, as it stands: an environment, a service instance, a pipeline or a component.
///
/// @param target what it is called
/// @param createdAt when it was created
/// @param version the version of its last success; before the first, the one that was asked for
/// @param spec the spec of its last success; before the first, the one that was asked for
/// @param standing how its deployments went
/// @param provisioned what its last success left in the world
public record Deployable(
        Target target,
        Instant createdAt,
        VersionNumber version,
        String spec,
        Standing standing,
        Provisioned provisioned) {

    /// How the deployments of something went.
    ///
    /// @param phase where the newest deployment stands
    /// @param attemptedAt when the newest deployment that was not a deletion began
    /// @param succeededAt when the newest successful deployment began
    /// @param attemptedId the newest deployment that was not a deletion
    /// @param succeededId the newest successful deployment
    public record Standing(
            Phase phase,
            Instant attemptedAt,
            Optional<Instant> succeededAt,
            Optional<String> attemptedId,
            Optional<String> succeededId) {}

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

    /// Whether a workflow is working on it.
    public boolean isBusy() {
        return standing.phase() instanceof Phase.Busy;
    }

    /// @throws ConflictException when a workflow is working on it, or it can only be deleted
    public void requireChangeable() {
        if (isBusy() || standing.phase() instanceof Phase.DeleteFailed) {
            throw new ConflictException("%s is %s and cannot be updated now"
                    .formatted(target.words(), standing.phase().status().value()));
        }
    }

    /// Whether it has ever been deployed with success.
    public boolean hasSucceeded() {
        return standing.succeededAt().isPresent();
    }
}
