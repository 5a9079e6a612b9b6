package openproton.cli;

import java.util.Optional;
import openproton.api.DeploymentUpdateType;
import picocli.CommandLine.Option;

/// The flags that say to which version something is updated; none of them keeps the version.
final class UpdateChoice {
    @Option(names = "--minor", description = "To the recommended minor version of its major version.")
    private boolean minor;

    @Option(
            names = "--major",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "V",
            description = "To this major version; without one, to the recommended one.")
    private Optional<String> major = Optional.empty();

    @Option(names = "--version", paramLabel = "MAJOR.MINOR", description = "To exactly this version.")
    private Optional<String> version = Optional.empty();

    boolean isGiven() {
        return minor || major.isPresent() || version.isPresent();
    }

    /// What is asked of the server.
    ///
    /// @param inUse the version that is deployed; empty for components
    VersionMove move(Optional<Deployed.Version> inUse) {
        if (version.isPresent()) {
            return exact(TemplateChoice.parse("version:" + version.get()), inUse.orElseThrow());
        } else if (major.isPresent()) {
            return new VersionMove(
                    DeploymentUpdateType.MAJOR_VERSION, major.filter(given -> !given.isEmpty()), Optional.empty());
        }
        return new VersionMove(
                minor ? DeploymentUpdateType.MINOR_VERSION : DeploymentUpdateType.CURRENT_VERSION,
                Optional.empty(),
                Optional.empty());
    }

    private static VersionMove exact(TemplateChoice wanted, Deployed.Version inUse) {
        if (wanted.minor().isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, "--version takes MAJOR.MINOR, such as 1.2");
        } else if (wanted.major().equals(Optional.of(inUse.major()))) {
            return wanted.minor().equals(Optional.of(inUse.minor()))
                    ? new VersionMove(DeploymentUpdateType.CURRENT_VERSION, Optional.empty(), Optional.empty())
                    : new VersionMove(DeploymentUpdateType.MINOR_VERSION, wanted.major(), wanted.minor());
        }
        return new VersionMove(DeploymentUpdateType.MAJOR_VERSION, wanted.major(), wanted.minor());
    }
}
