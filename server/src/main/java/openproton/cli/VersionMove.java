package openproton.cli;

import java.util.Optional;
import openproton.api.DeploymentUpdateType;

/// How an update gets from the version in use to the one that is wanted.
///
/// @param major empty to leave the choice to the server
/// @param minor empty for the recommended one
record VersionMove(DeploymentUpdateType type, Optional<String> major, Optional<String> minor) {
    private static final VersionMove NONE =
            new VersionMove(DeploymentUpdateType.CURRENT_VERSION, Optional.empty(), Optional.empty());

    /// Without a minor version in the choice, the recommended one of its major version is wanted.
    ///
    /// @param calls asked for the recommended minor version
    static VersionMove of(TemplateChoice choice, String major, String minor, TemplateCalls calls) {
        if (choice.major().filter(wanted -> !wanted.equals(major)).isPresent()) {
            return new VersionMove(DeploymentUpdateType.MAJOR_VERSION, choice.major(), choice.minor());
        }
        Optional<String> wanted = choice.minor()
                .or(() -> calls.version(choice.name(), major, minor).flatMap(TemplateVersion::recommendedMinor));
        return wanted.filter(other -> !other.equals(minor))
                .map(other ->
                        new VersionMove(DeploymentUpdateType.MINOR_VERSION, Optional.of(major), Optional.of(other)))
                .orElse(NONE);
    }

    /// Whether another version is wanted at all.
    boolean changesVersion() {
        return type != DeploymentUpdateType.CURRENT_VERSION;
    }
}
