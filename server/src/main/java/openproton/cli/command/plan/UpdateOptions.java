package openproton.cli.command.plan;

import java.util.Optional;
import openproton.api.DeploymentUpdateType;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.wire.TemplateCalls;
import openproton.cli.wire.TemplateReference;
import openproton.cli.wire.VersionInUse;
import openproton.cli.wire.VersionMove;
import picocli.CommandLine.Option;

/// The options that choose the version of an update; without any, the version stays.
final class UpdateOptions {
    @Option(names = "--minor", description = "Plan the recommended minor version of the major version in use.")
    private boolean minor;

    @Option(
            names = "--major",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "V",
            description = "Plan this major version; without V, the recommended one.")
    private Optional<String> major = Optional.empty();

    @Option(names = "--version", paramLabel = "MAJOR.MINOR", description = "Plan exactly this version.")
    private Optional<String> version = Optional.empty();

    boolean isGiven() {
        return minor || major.isPresent() || version.isPresent();
    }

    /// The move that the server plans.
    ///
    /// @param inUse the deployed version; empty for components
    VersionMove move(Optional<VersionInUse> inUse, TemplateCalls calls) {
        if (version.isPresent()) {
            return exact(version.get(), inUse.orElseThrow(), calls);
        } else if (major.isPresent()) {
            return new VersionMove(
                    DeploymentUpdateType.MAJOR_VERSION, major.filter(given -> !given.isEmpty()), Optional.empty());
        }
        return new VersionMove(
                minor ? DeploymentUpdateType.MINOR_VERSION : DeploymentUpdateType.CURRENT_VERSION,
                Optional.empty(),
                Optional.empty());
    }

    private static VersionMove exact(String version, VersionInUse inUse, TemplateCalls calls) {
        var wanted = TemplateReference.parse("%s:%s".formatted(inUse.template(), version));
        if (wanted.minor().isEmpty()) {
            throw CommandFailure.wrongUsage("--version takes MAJOR.MINOR, such as 1.2, not '%s'".formatted(version));
        }
        return VersionMove.to(wanted, inUse, calls);
    }
}
