package openproton.render.schema;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import openproton.base.Json;

/// Validates supplied values against a type by the rules of OpenAPI 3.0.
record InputCheck(InputType type) {
    private static final int VALUE_CHARACTERS_MAX = 60;
    /// Keywords of OpenAPI that modify `minimum` and `maximum`; not worth a warning.
    private static final SchemaRegistry OPENAPI = SchemaRegistry.withDefaultDialect(
            Dialect.builder(Dialects.getOpenApi30())
                    .keyword(new NonValidationKeyword("exclusiveMinimum"))
                    .keyword(new NonValidationKeyword("exclusiveMaximum"))
                    .build(),
            registry -> registry.schemaCacheEnabled(false)
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .locale(Locale.ENGLISH)
                            .build()));

    List<String> violations(Map<String, Object> supplied) {
        var violations = new ArrayList<String>();
        for (String input : type.mustBeSupplied()) {
            if (!supplied.containsKey(input)) {
                violations.add("input '%s' is missing: it is required and has no default".formatted(input));
            }
        }
        openApi().validate(Json.write(supplied), InputFormat.JSON).forEach(error -> violations.add(sentence(error)));
        return List.copyOf(violations);
    }

    /// The type without `required`, whose members may have defaults.
    private Schema openApi() {
        var definition = new LinkedHashMap<>(Keywords.usable(type.definition()));
        definition.remove("required");
        return OPENAPI.getSchema(Json.write(definition), InputFormat.JSON);
    }

    private String sentence(Error error) {
        String value =
                error.getInstanceNode() == null ? "" : error.getInstanceNode().toString();
        String given = value.length() > VALUE_CHARACTERS_MAX || value.isEmpty() ? "" : " is " + value;
        String place = place(error);
        return "input '%s'%s: %s%s"
                .formatted(place, given, error.getMessage(), isExclusive(place, error) ? " (exclusive)" : "");
    }

    private boolean isExclusive(String place, Error error) {
        var property = type.properties().get(place);
        return property != null
                && switch (error.getKeyword()) {
                    case "minimum" -> Boolean.TRUE.equals(property.definition().get("exclusiveMinimum"));
                    case "maximum" -> Boolean.TRUE.equals(property.definition().get("exclusiveMaximum"));
                    default -> false;
                };
    }

    private static String place(Error error) {
        var place = new StringBuilder();
        var path = error.getInstanceLocation();
        for (int index = 0; index < path.getNameCount(); index++) {
            Object step = path.getElement(index);
            if (step instanceof Integer position) {
                place.append('[').append(position).append(']');
            } else {
                place.append(index == 0 ? "" : ".").append(step);
            }
        }
        return place.toString();
    }
}
