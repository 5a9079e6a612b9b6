package openproton.cli.command;

import java.util.Optional;
import openproton.cli.follow.DeploymentTarget;
import openproton.cli.follow.TargetKind;
import picocli.CommandLine.Parameters;

/// The parameters that name an environment, a service or a component.
public final class TargetParameters {
    @Parameters(index = "0", paramLabel = "KIND", description = "environment, service or component.")
    private Optional<TargetKind> kind = Optional.empty();

    @Parameters(index = "1", paramLabel = "NAME", description = "The name of the environment, service or component.")
    private String name = "";

    public DeploymentTarget target() {
        return kind.orElseThrow().named(name);
    }
}
