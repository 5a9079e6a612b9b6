package openproton.render.schema;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import openproton.base.DataException;
import openproton.render.BundleException;
import openproton.render.data.Yaml;
import openproton.render.data.YamlDocument;
import openproton.render.data.YamlLimits;
import org.jspecify.annotations.Nullable;

/// Reads `schema.yaml`: strict about its structure, lenient about keywords, because AWS Proton accepted such schemas.
final class SchemaReader {
    private static final String FILE = "schema/schema.yaml";
    private static final YamlLimits LIMITS = YamlLimits.ofCharacters(51_200);
    private static final Pattern INPUT_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    private final String text;
    private final YamlDocument document;
    private final List<String> warnings = new ArrayList<>();

    SchemaReader(String text) {
        this.text = text;
        try {
            this.document = Yaml.read(text, LIMITS);
        } catch (DataException e) {
            throw new BundleException(FILE + ": " + e.getMessage());
        }
    }

    TemplateSchema read() {
        Map<?, ?> root = map(document.value(), "the file must start with 'schema:'");
        Map<?, ?> schema = map(root.get("schema"), "'schema' must be a map with 'format' and 'types'", "schema");
        checkFormat(schema);
        Map<?, ?> types = map(schema.get("types"), "'types' must be a map of input types", "schema", "types");
        var inputTypes = new EnumMap<InputKind, InputType>(InputKind.class);
        for (InputKind kind : InputKind.values()) {
            Object name = schema.get(kind.key());
            if (name != null) {
                inputTypes.put(kind, inputType(kind, name, types));
            }
        }
        return new TemplateSchema(text, inputTypes, warnings);
    }

    private void checkFormat(Map<?, ?> schema) {
        Object version = schema.get("format") instanceof Map<?, ?> format ? format.get("openapi") : null;
        if (version == null) {
            throw refusal("'format' must say 'openapi: \"3.0.0\"'", "schema", "format");
        }
        if (!version.toString().startsWith("3.0")) {
            throw refusal(
                    "openapi %s is not supported; write \"3.0.0\"".formatted(version), "schema", "format", "openapi");
        }
    }

    private InputType inputType(InputKind kind, Object name, Map<?, ?> types) {
        if (!(types.get(name) instanceof Map<?, ?>)) {
            throw refusal(
                    "%s names '%s', but 'types' has %s".formatted(kind.key(), name, types.keySet()),
                    "schema",
                    kind.key());
        }
        Map<String, Object> definition =
                new References(types, message -> refusal(message, "schema", "types", name)).resolve(types.get(name));
        checkType(name, definition);
        var type = new InputType(name.toString(), definition);
        type.properties().values().forEach(property -> checkProperty(type, property));
        return type;
    }

    private void checkType(Object name, Map<String, Object> definition) {
        if (!"object".equals(definition.get("type"))) {
            throw refusal("type '%s' must have 'type: object'".formatted(name), "schema", "types", name);
        }
        if (!(definition.get("properties") instanceof Map<?, ?> properties) || properties.isEmpty()) {
            throw refusal("type '%s' needs at least one property".formatted(name), "schema", "types", name);
        }
        properties.forEach((property, details) -> map(
                details,
                "property '%s' must be a map".formatted(property),
                "schema",
                "types",
                name,
                "properties",
                property));
    }

    private void checkProperty(InputType type, Property property) {
        Object[] path = {"schema", "types", type.name(), "properties", property.name()};
        if (!Property.TYPES.contains(property.type())) {
            throw refusal(
                    "property '%s' has type '%s', but needs one of %s"
                            .formatted(property.name(), property.type(), Property.TYPES),
                    path);
        }
        property.invalidPattern().ifPresent(problem -> {
            throw refusal(
                    "property '%s' has a pattern that is not a regular expression: %s"
                            .formatted(property.name(), problem),
                    path);
        });
        if (!INPUT_NAME.matcher(property.name()).matches()) {
            warnings.add("Input '%s' of type %s cannot be written as a plain name in templates"
                    .formatted(property.name(), type.name()));
        }
        property.wrongDefault()
                .ifPresent(value -> warnings.add("The default %s of input '%s' is not of type %s"
                        .formatted(value, property.name(), property.type())));
    }

    private Map<?, ?> map(@Nullable Object value, String problem, Object... path) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw refusal(problem, path);
    }

    private BundleException refusal(String problem, Object... path) {
        return new BundleException("%s %s: %s".formatted(FILE, document.place(path), problem));
    }
}
