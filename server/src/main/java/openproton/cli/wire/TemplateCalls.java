package openproton.cli.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import openproton.api.TemplateVersionStatus;
import openproton.cli.terminal.CommandFailure;
import openproton.render.bundle.TemplateKind;

/// The operations on templates of one kind.
///
/// The API has each of them twice, for environment templates and for service templates, with the same members. This
/// class serves both kinds, so it names operations and members by text.
public record TemplateCalls(ServerClient client, TemplateKind kind) {
    /// The bucket that bundles are uploaded to.
    public static final String BUCKET = "openproton-bundles";

    /// A template on the server.
    ///
    /// @param recommended its recommended version, such as `1.0`; empty before the first version is published
    public record Found(String arn, Optional<String> recommended) {}

    /// The names of a new template, for people.
    public record Titles(Optional<String> displayName, Optional<String> description) {
        public static final Titles NONE = new Titles(Optional.empty(), Optional.empty());
    }

    /// What instances of a service template can be combined with; environment templates have neither.
    ///
    /// @param environments the major versions of environment templates that instances can be deployed into
    /// @param components whether components can be attached to instances
    public record CompatibleWith(List<TemplateReference> environments, boolean components) {}

    /// A version to register.
    ///
    /// @param key of the uploaded bundle in [#BUCKET]
    /// @param major the major version that gets a new minor version; empty for a new major version
    public record NewVersion(
            String key, String description, Optional<String> major, CompatibleWith compatibility, String clientToken) {}

    /// Looks a template up on the server to find its kind.
    ///
    /// @throws CommandFailure when there is no template of that name, or one of each kind
    public static TemplateCalls ofTemplate(String name, ServerClient client) {
        var found = Stream.of(TemplateKind.values())
                .map(kind -> new TemplateCalls(client, kind))
                .filter(calls -> calls.find(name).isPresent())
                .toList();
        if (found.size() != 1) {
            throw CommandFailure.failed(
                    found.isEmpty()
                            ? "there is no template '%s'".formatted(name)
                            : "there is an environment template and a service template '%s'; choose one with --kind"
                                    .formatted(name));
        }
        return found.getFirst();
    }

    public Optional<Found> find(String name) {
        return client.find("Get%sTemplate".formatted(word()), Map.of("name", name))
                .map(answer -> answer.object("%sTemplate".formatted(member())))
                .map(template -> new Found(template.require("arn"), template.text("recommendedVersion")));
    }

    /// @throws CommandFailure when there is no such template
    public Found require(String name) {
        return find(name)
                .orElseThrow(() -> CommandFailure.failed(
                        "there is no %s template '%s'; register one with 'openproton template push'"
                                .formatted(member(), name)));
    }

    /// @param customerManaged environments: customers provision them; services: they have no pipeline
    public void create(String name, Titles titles, boolean customerManaged) {
        var input = new LinkedHashMap<String, Object>();
        input.put("name", name);
        titles.displayName().ifPresent(text -> input.put("displayName", text));
        titles.description().ifPresent(text -> input.put("description", text));
        if (customerManaged) {
            input.put(kind == TemplateKind.SERVICE ? "pipelineProvisioning" : "provisioning", "CUSTOMER_MANAGED");
        }
        client.call("Create%sTemplate".formatted(word()), input);
    }

    public TemplateVersion createVersion(String name, NewVersion version) {
        var input = new LinkedHashMap<String, Object>();
        input.put("templateName", name);
        input.put("description", version.description());
        version.major().ifPresent(major -> input.put("majorVersion", major));
        input.put("source", Map.of("s3", Map.of("bucket", BUCKET, "key", version.key())));
        input.put("clientToken", version.clientToken());
        if (kind == TemplateKind.SERVICE) {
            input.put("compatibleEnvironmentTemplates", environments(version.compatibility()));
            input.put(
                    "supportedComponentSources",
                    version.compatibility().components() ? List.of("DIRECTLY_DEFINED") : List.of());
        }
        return version(client.call("Create%sTemplateVersion".formatted(word()), input));
    }

    private static List<Map<String, String>> environments(CompatibleWith compatibility) {
        return compatibility.environments().stream()
                .map(template -> Map.of(
                        "templateName",
                        template.name(),
                        "majorVersion",
                        template.major().orElseThrow()))
                .toList();
    }

    public Optional<TemplateVersion> version(String name, String major, String minor) {
        return client.find("Get%sTemplateVersion".formatted(word()), numbers(name, major, minor))
                .map(this::version);
    }

    /// All versions, drafts included.
    public List<TemplateVersion> versions(String name) {
        return client
                .all("List%sTemplateVersions".formatted(word()), Map.of("templateName", name), "templateVersions")
                .stream()
                .map(TemplateVersion::of)
                .toList();
    }

    public void publish(String name, TemplateVersion version) {
        var input = new LinkedHashMap<>(numbers(name, version.major(), version.minor()));
        input.put("status", TemplateVersionStatus.PUBLISHED.value());
        client.call("Update%sTemplateVersion".formatted(word()), input);
    }

    public void deleteVersion(String name, TemplateVersion version) {
        client.call("Delete%sTemplateVersion".formatted(word()), numbers(name, version.major(), version.minor()));
    }

    public void delete(String name) {
        client.call("Delete%sTemplate".formatted(word()), Map.of("name", name));
    }

    private static Map<String, String> numbers(String name, String major, String minor) {
        return Map.of("templateName", name, "majorVersion", major, "minorVersion", minor);
    }

    private TemplateVersion version(JsonObject answer) {
        return TemplateVersion.of(answer.object("%sTemplateVersion".formatted(member())));
    }

    /// The kind as names of operations spell it.
    private String word() {
        return kind == TemplateKind.SERVICE ? "Service" : "Environment";
    }

    /// The kind as names of members spell it.
    private String member() {
        return kind == TemplateKind.SERVICE ? "service" : "environment";
    }
}
