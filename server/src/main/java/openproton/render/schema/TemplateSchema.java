package openproton.render.schema;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The schema of a template: its allowed and required inputs.
///
/// @param text `schema.yaml` as its author wrote it, which the API gives back byte for byte
/// @param inputTypes the input types by kind
/// @param warnings mistakes that do not stop a registration
public record TemplateSchema(String text, Map<InputKind, InputType> inputTypes, List<String> warnings) {

    public TemplateSchema {
        inputTypes = Collections.unmodifiableMap(new EnumMap<>(inputTypes));
        warnings = List.copyOf(warnings);
    }

    /// Reads the text of `schema/schema.yaml`.
    ///
    /// @throws BundleException when it is not a schema; the message names line and key
    public static TemplateSchema read(String text) {
        return new SchemaReader(text).read();
    }

    /// The inputs of one kind, if the schema names a type for it.
    public Optional<InputType> inputs(InputKind kind) {
        return Optional.ofNullable(inputTypes.get(kind));
    }

    /// The first property for which a spec that is valid for an older minor version may be invalid for this one.
    ///
    /// @param older the schema of an earlier minor version of the same major version
    public Optional<String> compatibilityProblem(TemplateSchema older) {
        for (InputKind kind : InputKind.values()) {
            var before = older.inputs(kind);
            var now = inputs(kind);
            if (before.isPresent() != now.isPresent()) {
                return Optional.of("%s %s".formatted(kind.key(), now.isPresent() ? "was added" : "was removed"));
            }
            if (before.isPresent() && now.isPresent()) {
                var problem = new Compatibility(kind).problem(before.get(), now.get());
                if (problem.isPresent()) {
                    return problem;
                }
            }
        }
        return Optional.empty();
    }
}
