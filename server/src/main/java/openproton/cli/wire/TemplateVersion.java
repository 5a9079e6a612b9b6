package openproton.cli.wire;

import java.util.Optional;
import openproton.api.TemplateVersionStatus;

/// A version of a template, of either kind.
///
/// @param statusMessage why the registration failed
/// @param recommendedMinor the recommended minor version of the same major version
public record TemplateVersion(
        String major,
        String minor,
        TemplateVersionStatus status,
        Optional<String> statusMessage,
        Optional<String> description,
        Optional<String> recommendedMinor) {

    static TemplateVersion of(JsonObject version) {
        return new TemplateVersion(
                version.require("majorVersion"),
                version.require("minorVersion"),
                TemplateVersionStatus.valueOf(version.require("status")),
                version.text("statusMessage"),
                version.text("description"),
                version.text("recommendedMinorVersion"));
    }

    /// Major and minor version, such as `1.0`.
    public String number() {
        return major + "." + minor;
    }
}
