package openproton.change.order;

import java.util.Map;
import java.util.stream.Collectors;
import openproton.api.ValidationException;
import openproton.change.ProvisioningMethod;
import openproton.provision.Engine;
import openproton.provision.EngineKind;

/// Which engine provisions what.
///
/// @param byKind the engines of this server
public record Engines(Map<EngineKind, Engine> byKind) {

    public Engines {
        byKind = Map.copyOf(byKind);
    }

    Engine of(EngineKind kind) {
        Engine engine = byKind.get(kind);
        if (engine == null) {
            throw new IllegalStateException("this server does not run the engine " + kind);
        }
        return engine;
    }

    /// Lets the engines take back what is still open of a deployment that was ended badly without them.
    ///
    /// @return whether that is over; if not, to be called again
    boolean takeBack(String deploymentId) {
        return byKind.values().stream().allMatch(engine -> engine.takeBack(deploymentId));
    }

    /// Lets the engines let go of a deployment that was ended without them.
    void leave(String deploymentId) {
        byKind.values().forEach(engine -> engine.leave(deploymentId));
    }

    /// The one rule that chooses an engine (docs/behaviour/provisioning.md#choosing-the-engine): by the manifest, and
    /// for Terraform by whether there is a repository.
    static EngineKind kind(ProvisioningMethod method, boolean proposed) {
        return switch (method) {
            case CLOUDFORMATION -> EngineKind.CLOUDFORMATION;
            case CODEBUILD -> EngineKind.COMMAND;
            case TERRAFORM -> proposed ? EngineKind.PULL_REQUEST : EngineKind.TERRAFORM;
            case NONE -> throw new IllegalStateException("nothing is provisioned, so no engine is needed");
        };
    }

    /// @param proposed whether a repository takes the changes as pull requests
    /// @throws ValidationException when this server cannot provision in that way
    public void require(ProvisioningMethod method, boolean proposed, String what) {
        EngineKind kind = kind(method, proposed);
        if (!byKind.containsKey(kind)) {
            throw new ValidationException("%s is provisioned by %s, which this server does not run; it runs %s"
                    .formatted(
                            what,
                            kind,
                            byKind.keySet().stream()
                                    .map(EngineKind::name)
                                    .sorted()
                                    .collect(Collectors.joining(", "))));
        }
    }
}
