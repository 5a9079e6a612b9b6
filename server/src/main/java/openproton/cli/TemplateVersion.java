package openproton.cli;

import java.util.Optional;
import openproton.api.EnvironmentTemplateVersionSummary;
import openproton.api.ServiceTemplateVersionSummary;
import openproton.api.TemplateVersionStatus;

/// What the two kinds of template version have in common.
record TemplateVersion(
        String major,
        String minor,
        TemplateVersionStatus status,
        Optional<String> statusMessage,
        Optional<String> description,
        Optional<String> recommendedMinor) {

    static TemplateVersion of(EnvironmentTemplateVersionSummary version) {
        return new TemplateVersion(
                version.majorVersion(),
                version.minorVersion(),
                version.status(),
                version.statusMessage(),
                version.description(),
                version.recommendedMinorVersion());
    }

    static TemplateVersion of(ServiceTemplateVersionSummary version) {
        return new TemplateVersion(
                version.majorVersion(),
                version.minorVersion(),
                version.status(),
                version.statusMessage(),
                version.description(),
                version.recommendedMinorVersion());
    }

    /// Such as `1.0`.
    String number() {
        return major + "." + minor;
    }
}
