package openproton.resource.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.ProvisionedResource;
import openproton.provision.EngineKind;
import openproton.resource.template.VersionNumber;
import openproton.store.Transaction;

/// One attempt to deploy something, as it is kept: what it wanted, where it stands, what it used and what it left.
///
/// @param id a lower-case UUID
/// @param target what it deploys
/// @param plan what it wants
/// @param phase where it stands
/// @param times when things happened
/// @param traces what it used and what it left
public record StoredDeployment(String id, Target target, Plan plan, Phase phase, Times times, Traces traces) {

    /// What a deployment wants.
    ///
    /// @param action whether to bring the infrastructure to the spec, or to remove it
    /// @param version which version to use
    /// @param spec the spec to use
    /// @param first whether it is the first deployment of its target
    /// @param initialState what the target was before, as JSON of the union DeploymentState
    /// @param targetState what it shall become, as JSON of the same
    public record Plan(
            Action action,
            VersionNumber version,
            String spec,
            boolean first,
            Optional<String> initialState,
            Optional<String> targetState) {}

    /// What a deployment does with infrastructure.
    public enum Action {
        /// Creates or updates it.
        PROVISION,
        /// Removes it.
        DEPROVISION
    }

    /// When things happened.
    ///
    /// @param targetCreatedAt tells a target from an older one of the same name
    /// @param completedAt when it was settled
    public record Times(
            Instant createdAt, Instant modifiedAt, Optional<Instant> completedAt, Instant targetCreatedAt) {}

    /// What a deployment used and what it left.
    ///
    /// @param outputs told by notification, or read from the engine at the end
    /// @param resources named by the engine
    /// @param rendered what was made to carry it out
    /// @param heard what was heard of it while it ran
    public record Traces(
            Map<String, String> outputs, List<ProvisionedResource> resources, Rendered rendered, Heard heard) {

        /// Nothing yet.
        public static final Traces NONE =
                new Traces(Map.of(), List.of(), Rendered.NONE, new Heard(Optional.empty(), Optional.empty()));
    }

    /// What was made to carry a deployment out.
    ///
    /// @param inputs the data that templates and commands saw, as JSON
    /// @param archive the rendered files
    /// @param warning what of the spec was left out
    /// @param engine which engine it was made for
    public record Rendered(
            Optional<String> inputs, Optional<String> archive, Optional<String> warning, Optional<EngineKind> engine) {

        /// Nothing yet.
        static final Rendered NONE =
                new Rendered(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// What was heard of a deployment while it ran.
    ///
    /// @param notice a failure that automation reported
    /// @param waitsFor what its engine cannot go on without
    public record Heard(Optional<String> notice, Optional<String> waitsFor) {}

    /// The deployment of a target that is not settled.
    public static Optional<StoredDeployment> busyOf(Transaction tx, Target target) {
        return new DeploymentTable(tx).busyOf(target.arn());
    }

    /// Whether a workflow is working on it.
    public boolean isBusy() {
        return phase instanceof Phase.Busy;
    }
}
