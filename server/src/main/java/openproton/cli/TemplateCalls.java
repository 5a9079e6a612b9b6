package openproton.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openproton.api.CompatibleEnvironmentTemplateInput;
import openproton.api.S3ObjectSource;
import openproton.api.TemplateVersionSourceInput;
import openproton.render.bundle.TemplateKind;

/// The operations on templates, which the API has once for environments and once for services.
sealed interface TemplateCalls permits EnvironmentTemplateCalls, ServiceTemplateCalls {

    /// What is known of a template.
    ///
    /// @param recommended its recommended version, such as `1.0`; empty before the first is published
    record Found(String arn, Optional<String> recommended) {}

    /// What a new template is called.
    record Titles(Optional<String> displayName, Optional<String> description) {
        static final Titles NONE = new Titles(Optional.empty(), Optional.empty());
    }

    /// What a service template goes together with; nothing for environments.
    ///
    /// @param environments the environment templates it can be deployed into
    /// @param components whether components can be attached to its instances
    record Fit(List<CompatibleEnvironmentTemplateInput> environments, boolean components) {}

    /// What a new version is made of.
    ///
    /// @param key of the bundle in the bucket for bundles
    /// @param major the major version that gets a new minor one; empty for a new major version
    record NewVersion(String key, String description, Optional<String> major, Fit fit, String clientToken) {
        TemplateVersionSourceInput source() {
            return new TemplateVersionSourceInput.OfS3(new S3ObjectSource(BundleUpload.BUCKET, key));
        }
    }

    static TemplateCalls of(TemplateKind kind, ApiClient client) {
        return switch (kind) {
            case ENVIRONMENT -> new EnvironmentTemplateCalls(client);
            case SERVICE -> new ServiceTemplateCalls(client);
        };
    }

    /// Of which kind a template is, as the server knows it.
    ///
    /// @throws CommandFailure when it knows none of that name, or one of each kind
    static TemplateKind kind(String name, ApiClient client) {
        var found = Stream.of(TemplateKind.values())
                .filter(kind -> of(kind, client).find(name).isPresent())
                .toList();
        if (found.size() != 1) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    found.isEmpty()
                            ? "there is no template '%s'".formatted(name)
                            : "there are two templates '%s'; say which with --kind".formatted(name));
        }
        return found.getFirst();
    }

    Optional<Found> find(String name);

    /// @param customerManaged environments: provisioned by the customer; services: without a pipeline
    void create(String name, Titles titles, boolean customerManaged);

    TemplateVersion createVersion(String name, NewVersion version);

    Optional<TemplateVersion> version(String name, String major, String minor);

    /// Major and minor of every version.
    List<TemplateVersion> versions(String name);

    void publish(String name, TemplateVersion version);

    void deleteVersion(String name, TemplateVersion version);

    void delete(String name);
}
