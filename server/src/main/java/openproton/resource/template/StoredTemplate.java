package openproton.resource.template;

import java.time.Instant;
import java.util.Optional;
import openproton.api.EnvironmentTemplate;
import openproton.api.Provisioning;
import openproton.api.ServiceTemplate;

/// A template as it is kept.
///
/// @param key its name
/// @param texts what people read of it
/// @param encryptionKey the ARN of a key the caller named; only shown again
/// @param customerManaged environments are not provisioned, or services have no pipeline
/// @param times when it was created and last changed
/// @param recommended `major.minor` of the highest published version
public record StoredTemplate(
        TemplateKey key,
        Texts texts,
        Optional<String> encryptionKey,
        boolean customerManaged,
        Times times,
        Optional<String> recommended) {

    /// What people read of a template.
    public record Texts(String displayName, Optional<String> description) {}

    /// When something was created and last changed.
    public record Times(Instant createdAt, Instant modifiedAt) {}

    private Optional<Provisioning> provisioning() {
        return customerManaged ? Optional.of(Provisioning.CUSTOMER_MANAGED) : Optional.empty();
    }

    EnvironmentTemplate environmentTemplate() {
        return EnvironmentTemplate.builder()
                .name(key.name())
                .arn(key.arn())
                .createdAt(times.createdAt())
                .lastModifiedAt(times.modifiedAt())
                .displayName(texts.displayName())
                .description(texts.description())
                .recommendedVersion(recommended)
                .encryptionKey(encryptionKey)
                .provisioning(provisioning())
                .build();
    }

    ServiceTemplate serviceTemplate() {
        return ServiceTemplate.builder()
                .name(key.name())
                .arn(key.arn())
                .createdAt(times.createdAt())
                .lastModifiedAt(times.modifiedAt())
                .displayName(texts.displayName())
                .description(texts.description())
                .recommendedVersion(recommended)
                .encryptionKey(encryptionKey)
                .pipelineProvisioning(provisioning())
                .build();
    }
}
