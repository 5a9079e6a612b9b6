package openproton.cli.wire;

import java.util.Optional;
import openproton.api.DeploymentUpdateType;

/// How an update gets from the version in use to another version.
///
/// @param major empty to leave the choice to the server
/// @param minor empty for the recommended minor version
public record VersionMove(DeploymentUpdateType type, Optional<String> major, Optional<String> minor) {
    private static final VersionMove NONE =
            new VersionMove(DeploymentUpdateType.CURRENT_VERSION, Optional.empty(), Optional.empty());

    /// The move to a version; a reference without a minor version means the recommended one of its major version.
    public static VersionMove to(TemplateReference wanted, VersionInUse inUse, TemplateCalls calls) {
        if (wanted.major().filter(major -> !major.equals(inUse.major())).isPresent()) {
            return new VersionMove(DeploymentUpdateType.MAJOR_VERSION, wanted.major(), wanted.minor());
        }
        return wanted.minor()
                .or(() -> calls.version(wanted.name(), inUse.major(), inUse.minor())
                        .flatMap(TemplateVersion::recommendedMinor))
                .filter(minor -> !minor.equals(inUse.minor()))
                .map(minor -> new VersionMove(
                        DeploymentUpdateType.MINOR_VERSION, Optional.of(inUse.major()), Optional.of(minor)))
                .orElse(NONE);
    }

    /// Whether the update changes the version at all.
    public boolean changesVersion() {
        return type != DeploymentUpdateType.CURRENT_VERSION;
    }
}
