package openproton.render.codebuild;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes plain data as the values of a Terraform variables file.
final class Hcl {
    private static final String STEP = "  ";

    private Hcl() {}

    /// One assignment for each member of a map.
    static String assignments(Map<String, Object> values) {
        var text = new StringBuilder();
        values.forEach((name, value) ->
                text.append(name).append(" = ").append(value(value, "")).append('\n'));
        return text.toString();
    }

    private static String value(@Nullable Object value, String indent) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> map -> map(map, indent);
            case List<?> list ->
                list.stream().map(item -> value(item, indent)).collect(Collectors.joining(", ", "[", "]"));
            case Boolean truth -> truth.toString();
            case Double fraction -> BigDecimal.valueOf(fraction).toPlainString();
            case Number number -> number.toString();
            default -> quoted(value.toString());
        };
    }

    private static String map(Map<?, ?> map, String indent) {
        if (map.isEmpty()) {
            return "{}";
        }
        String inner = indent + STEP;
        return map.entrySet().stream()
                .map(entry ->
                        inner + quoted(String.valueOf(entry.getKey())) + " = " + value(entry.getValue(), inner) + "\n")
                .collect(Collectors.joining("", "{\n", indent + "}"));
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            boolean opensTemplate =
                    (letter == '$' || letter == '%') && index + 1 < text.length() && text.charAt(index + 1) == '{';
            quoted.append(opensTemplate ? "" + letter + letter : escaped(letter));
        }
        return quoted.append('"').toString();
    }

    private static String escaped(char letter) {
        return switch (letter) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> letter < ' ' ? "\\u%04x".formatted((int) letter) : String.valueOf(letter);
        };
    }
}
