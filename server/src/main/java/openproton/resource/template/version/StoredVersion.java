package openproton.resource.template.version;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.CompatibleEnvironmentTemplate;
import openproton.api.EnvironmentTemplateVersion;
import openproton.api.ServiceTemplateSupportedComponentSourceType;
import openproton.api.ServiceTemplateVersion;
import openproton.api.TemplateVersionStatus;
import openproton.change.ProvisioningMethod;
import openproton.resource.template.StoredTemplate;

/// A version of a template as it is kept.
///
/// @param key its number
/// @param description free text
/// @param registration what became of its bundle
/// @param relations what it goes together with; empty lists for environment templates
/// @param times when it was created and last changed
/// @param recommendedMinor the highest published minor number of its major version
public record StoredVersion(
        VersionKey key,
        Optional<String> description,
        Registration registration,
        Relations relations,
        StoredTemplate.Times times,
        Optional<Long> recommendedMinor) {

    /// What became of the bundle of a version.
    ///
    /// @param status where the version stands
    /// @param message why, for people
    /// @param source where the bundle came from
    /// @param content what was in it, once it is registered
    public record Registration(
            TemplateVersionStatus status, String message, Source source, Optional<Content> content) {}

    /// Where a bundle came from.
    public record Source(String bucket, String key) {}

    /// What a registered bundle holds.
    ///
    /// @param schema the text of `schema.yaml`
    /// @param methods how each infrastructure folder is provisioned
    /// @param archive the kept bundle
    public record Content(String schema, Map<String, ProvisioningMethod> methods, String archive) {}

    /// What a service template version goes together with.
    public record Relations(
            List<CompatibleEnvironmentTemplate> environments,
            List<ServiceTemplateSupportedComponentSourceType> componentSources) {

        /// Nothing.
        public static final Relations NONE = new Relations(List.of(), List.of());
    }

    private Optional<String> recommendedMinorText() {
        return recommendedMinor.map(minor -> Long.toString(minor));
    }

    /// How a folder of its bundle is provisioned.
    public ProvisioningMethod method(String folder) {
        return registration.content().orElseThrow().methods().getOrDefault(folder, ProvisioningMethod.NONE);
    }

    EnvironmentTemplateVersion environmentTemplateVersion() {
        return EnvironmentTemplateVersion.builder()
                .templateName(key.template().name())
                .majorVersion(Long.toString(key.major()))
                .minorVersion(Long.toString(key.minor()))
                .recommendedMinorVersion(recommendedMinorText())
                .status(registration.status())
                .statusMessage(registration.message())
                .description(description)
                .arn(key.arn())
                .createdAt(times.createdAt())
                .lastModifiedAt(times.modifiedAt())
                .schema(registration.content().map(Content::schema))
                .build();
    }

    ServiceTemplateVersion serviceTemplateVersion() {
        return ServiceTemplateVersion.builder()
                .templateName(key.template().name())
                .majorVersion(Long.toString(key.major()))
                .minorVersion(Long.toString(key.minor()))
                .recommendedMinorVersion(recommendedMinorText())
                .status(registration.status())
                .statusMessage(registration.message())
                .description(description)
                .arn(key.arn())
                .createdAt(times.createdAt())
                .lastModifiedAt(times.modifiedAt())
                .schema(registration.content().map(Content::schema))
                .compatibleEnvironmentTemplates(relations.environments())
                .supportedComponentSources(relations.componentSources())
                .build();
    }
}
