package openproton.change;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.ProvisionedResource;
import openproton.provision.EngineKind;
import openproton.store.Transaction;

/// One attempt to deploy something, as it is kept: what it wanted, where it stands, what it used and what it left.
///
/// @param id a lower-case UUID
/// @param target what it deploys
/// @param request what it was begun with
/// @param phase where it stands
/// @param times when things happened
/// @param traces what it used and what it left
public record StoredDeployment(String id, Target target, Request request, Phase phase, Times times, Traces traces) {

    /// What a deployment was begun with.
    ///
    /// @param action whether to bring the infrastructure to the spec, or to remove it
    /// @param version which version to use
    /// @param spec the spec to use
    /// @param first whether it is the first deployment of its target
    /// @param initialState what the target was before, as JSON of the union DeploymentState
    /// @param targetState what it shall become, as JSON of the same
    public record Request(
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
    /// @param failure what automation reported as the reason of a failure; it decides when the build ends
    public record Traces(
            Map<String, String> outputs,
            List<ProvisionedResource> resources,
            Rendered rendered,
            Optional<String> failure) {

        /// Nothing yet.
        public static final Traces NONE = new Traces(Map.of(), List.of(), Rendered.NONE, Optional.empty());
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

    /// The deployment of a target that is not settled.
    public static Optional<StoredDeployment> busyOf(Transaction tx, Target target) {
        return new DeploymentTable(tx).busyOf(target.arn());
    }

    /// Whether it is not settled.
    public boolean isBusy() {
        return phase instanceof Phase.Busy;
    }
}
