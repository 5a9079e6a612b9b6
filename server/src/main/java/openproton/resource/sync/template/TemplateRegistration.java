package openproton.resource.sync.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openproton.api.CompatibleEnvironmentTemplate;
import openproton.api.ServiceTemplateSupportedComponentSourceType;
import openproton.base.DataException;
import openproton.base.FileTree;
import openproton.render.BundleException;
import openproton.render.data.Yaml;
import openproton.render.data.YamlLimits;
import openproton.resource.template.version.StoredVersion;
import org.jspecify.annotations.Nullable;

/// What a file beside a service bundle says about the versions made from it (docs/behaviour/sync.md#registration-file).
final class TemplateRegistration {
    static final String FILE = ".template-registration.yaml";
    static final String OLD_FILE = ".compatible-envs";

    private static final Pattern ENTRY = Pattern.compile("([0-9A-Za-z][0-9A-Za-z_-]*):(0|[1-9]\\d*)");
    private static final int CHARACTERS_MAX = 50_000;
    private static final int ENTRIES_MAX = 10;

    private TemplateRegistration() {}

    /// @throws BundleException when there is no such file, or it is not right; the message names the file
    static StoredVersion.Relations read(FileTree files) {
        Optional<String> text = files.text(FILE);
        if (text.isPresent()) {
            return ofYaml(text.get());
        }
        String old = files.text(OLD_FILE)
                .orElseThrow(() -> new BundleException(
                        "%s is missing: a service template needs it beside its bundle, with compatible_environments: [\"name:major\"]"
                                .formatted(FILE)));
        return new StoredVersion.Relations(
                entries(
                        OLD_FILE,
                        old.lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .toList()),
                List.of());
    }

    private static StoredVersion.Relations ofYaml(String text) {
        try {
            Object value =
                    Yaml.read(text, YamlLimits.ofCharacters(CHARACTERS_MAX)).value();
            if (!(value instanceof Map<?, ?> map)) {
                throw new BundleException(FILE + " must be a map with the key compatible_environments");
            }
            if (map.containsKey("compatible_environment")) {
                throw new BundleException(
                        FILE + ": the key compatible_environment is not known; write compatible_environments");
            }
            return new StoredVersion.Relations(
                    entries(FILE, texts(map.get("compatible_environments"), "compatible_environments")),
                    sources(map.get("supported_component_sources")));
        } catch (DataException broken) {
            throw new BundleException("%s: %s".formatted(FILE, broken.getMessage()));
        }
    }

    private static List<String> texts(@Nullable Object value, String key) {
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            throw new BundleException("%s: %s must be a list with at least one entry".formatted(FILE, key));
        }
        return list.stream().map(String::valueOf).toList();
    }

    private static List<CompatibleEnvironmentTemplate> entries(String file, List<String> texts) {
        var entries = new ArrayList<CompatibleEnvironmentTemplate>();
        for (String text : texts) {
            Matcher entry = ENTRY.matcher(text);
            if (!entry.matches()) {
                throw new BundleException(
                        "%s: '%s' is not the name and major version of an environment template, such as vpc:1"
                                .formatted(file, text));
            }
            entries.add(new CompatibleEnvironmentTemplate(entry.group(1), entry.group(2)));
        }
        if (entries.isEmpty() || entries.size() > ENTRIES_MAX) {
            throw new BundleException("%s names %d environment templates; 1 to %d are allowed"
                    .formatted(file, entries.size(), ENTRIES_MAX));
        }
        return entries.stream().distinct().toList();
    }

    private static List<ServiceTemplateSupportedComponentSourceType> sources(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        List<String> given = texts(value, "supported_component_sources");
        for (String source : given) {
            if (!source.equals(ServiceTemplateSupportedComponentSourceType.DIRECTLY_DEFINED.value())) {
                throw new BundleException("%s: supported_component_sources '%s' is not known; only DIRECTLY_DEFINED is"
                        .formatted(FILE, source));
            }
        }
        return List.of(ServiceTemplateSupportedComponentSourceType.DIRECTLY_DEFINED);
    }
}
