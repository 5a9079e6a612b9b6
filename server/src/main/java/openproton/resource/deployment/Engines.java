package openproton.resource.deployment;

import java.util.Map;
import java.util.stream.Collectors;
import openproton.api.ValidationException;
import openproton.provision.Engine;
import openproton.provision.EngineKind;
import openproton.resource.template.Method;

/// Which engine provisions what.
///
/// @param byKind the engines of this server
public record Engines(Map<EngineKind, Engine> byKind) {

    public Engines {
        byKind = Map.copyOf(byKind);
    }

    /// @param proposed whether a repository takes the changes as pull requests
    Engine of(Method method, boolean proposed) {
        Engine engine = byKind.get(kind(method, proposed));
        if (engine == null) {
            throw new IllegalStateException("there is no engine for " + method);
        }
        return engine;
    }

    /// Lets engines take back what is still open of a deployment that was ended without them.
    ///
    /// @return whether that is over; if not, to be called again
    boolean settle(String deploymentId) {
        return byKind.values().stream().allMatch(engine -> engine.settle(deploymentId));
    }

    /// The one rule that chooses an engine (§5.1): by the manifest, and for Terraform by whether there is a repository.
    static EngineKind kind(Method method, boolean proposed) {
        return switch (method) {
            case CLOUDFORMATION -> EngineKind.CLOUDFORMATION;
            case CODEBUILD -> EngineKind.COMMAND;
            case TERRAFORM -> proposed ? EngineKind.PULL_REQUEST : EngineKind.TERRAFORM;
            case NONE -> throw new IllegalStateException("nothing is provisioned, so no engine is needed");
        };
    }

    /// @param proposed whether a repository takes the changes as pull requests
    /// @throws ValidationException when this server cannot provision in that way
    public void require(Method method, boolean proposed, String what) {
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
