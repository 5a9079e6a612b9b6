package openproton.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import openproton.render.schema.InputKind;
import openproton.render.schema.InputType;
import openproton.render.schema.Property;
import openproton.render.spec.EnvironmentSpec;
import openproton.render.spec.ServiceSpec;

/// Inputs for a published bundle: from the spec beside it that fits best, the schema's defaults, and made-up ones.
///
/// @param type what the schema takes
/// @param bundle the folder with the schema
/// @param root where the search for specs ends
public record PublicInputs(Optional<InputType> type, Path bundle, Path root) {

    /// Inputs that the schema takes.
    public Map<String, Object> of(InputKind kind) {
        if (type.isEmpty()) {
            return Map.of();
        }
        var supplied = new LinkedHashMap<>(specified(kind));
        var properties = type.get().properties();
        for (String name : type.get().mustBeSupplied()) {
            supplied.computeIfAbsent(name, _ -> plausible(properties.get(name)));
        }
        if (!type.get().violations(supplied).isEmpty()) {
            throw new AssertionError(type.get().violations(supplied));
        }
        return type.get().effectiveInputs(supplied);
    }

    /// The inputs with one of them different but still right, one way after the other.
    List<Map<String, Object>> variations(InputKind kind) {
        var variations = new ArrayList<Map<String, Object>>();
        var inputs = of(kind);
        inputs.forEach((name, value) -> {
            for (Object other : others(value, type.orElseThrow().properties().get(name))) {
                var changed = new LinkedHashMap<>(inputs);
                changed.put(name, other);
                if (!other.equals(value)
                        && type.orElseThrow().violations(changed).isEmpty()) {
                    variations.add(changed);
                }
            }
        });
        return variations;
    }

    private static List<Object> others(Object value, Property property) {
        var others = new ArrayList<Object>();
        if (property.definition().get("enum") instanceof List<?> values) {
            others.addAll(values);
        } else if (value instanceof Long number) {
            others.add(number + 1);
        } else if (value instanceof Boolean truth) {
            others.add(!truth);
        } else if (value instanceof String text) {
            others.add(text.replace("10.0.", "10.1."));
            others.add(text + "x");
        }
        return others;
    }

    private static Object plausible(Property property) {
        if (property.definition().get("enum") instanceof List<?> values) {
            return values.getFirst();
        }
        return switch (property.type()) {
            case "number", "integer" -> property.definition().getOrDefault("minimum", 1L);
            case "boolean" -> true;
            case "array" -> List.of();
            case "object" -> Map.of();
            default -> "value";
        };
    }

    private Map<String, Object> specified(InputKind kind) {
        return specs().stream()
                .flatMap(file -> inputs(file, kind).stream())
                .filter(inputs -> type.orElseThrow().unknownInputs(inputs).isEmpty())
                .filter(inputs -> type.orElseThrow().violations(inputs).isEmpty())
                .findFirst()
                .orElse(Map.of());
    }

    private static Optional<Map<String, Object>> inputs(Path file, InputKind kind) {
        String text = PublicBundle.text(file);
        if (kind == InputKind.ENVIRONMENT) {
            return text.contains("EnvironmentSpec")
                    ? Optional.of(EnvironmentSpec.parse(text).inputs())
                    : Optional.empty();
        } else if (!text.contains("ServiceSpec")) {
            return Optional.empty();
        }
        var spec = ServiceSpec.parse(text);
        return kind == InputKind.PIPELINE
                ? spec.pipeline()
                : spec.instances().stream().findFirst().map(instance -> instance.inputs());
    }

    /// The files of the folders `spec` and `specs` here and above.
    private List<Path> specs() {
        var specs = new ArrayList<Path>();
        for (Path folder = bundle; !folder.equals(root); folder = folder.getParent()) {
            for (String name : List.of("spec", "specs")) {
                specs.addAll(files(folder.resolve(name)));
            }
        }
        return specs;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
