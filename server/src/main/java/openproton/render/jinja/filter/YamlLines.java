package openproton.render.jinja.filter;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import openproton.render.jinja.value.JsonText;
import openproton.render.jinja.value.Value;

/// Lists and maps as YAML for their place: in block style, aligned with the column of the first line, when only
/// spaces precede it; in flow style otherwise.
final class YamlLines {
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}\\p{Nd}_./$](?:[ -~\\p{L}\\p{Nd}]*[\\p{L}\\p{Nd}_./@+=*!?)\\]}~%-])?");
    private static final Pattern READ_OTHERWISE = Pattern.compile(": | #");
    private static final Pattern NOT_A_STRING =
            Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n|\\.inf|\\.nan|\\.{1,3}|"
                + "[-+]?(?:\\.[0-9_]+|[0-9][0-9_]*(?:\\.[0-9_]*)?)(?:e[-+]?[0-9]+)?|0x[0-9a-f_]+|0o?[0-7_]+|0b[01_]+|"
                + "[0-9][0-9_]*(?::[0-9]{1,2})+(?:\\.[0-9_]*)?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*");

    /// One element of a list: its lines in block style, and in flow style.
    record Entry(List<String> lines, String flow) {}

    private YamlLines() {}

    /// An environment variable of a container.
    static Entry variable(String name, String value) {
        return new Entry(
                List.of("Name: " + text(name), "Value: " + text(value)),
                "{\"Name\": %s, \"Value\": %s}".formatted(quoted(name), quoted(value)));
    }

    /// A single string.
    static Entry scalar(String value) {
        return new Entry(List.of(text(value)), quoted(value));
    }

    static Value list(List<Entry> entries, OutputPlace place) {
        String before = place.line().get();
        if (!before.isBlank()) {
            return Value.text(entries.stream().map(Entry::flow).collect(Collectors.joining(", ", "[", "]")));
        }
        return Value.text(entries.stream()
                .map(entry -> "- " + String.join("\n" + before + "  ", entry.lines()))
                .collect(Collectors.joining("\n" + before)));
    }

    static Value map(Map<String, String> entries, OutputPlace place) {
        String before = place.line().get();
        if (!before.isBlank()) {
            return Value.text(entries.entrySet().stream()
                    .map(entry -> quoted(entry.getKey()) + ": " + quoted(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}")));
        }
        return Value.text(entries.entrySet().stream()
                .map(entry -> text(entry.getKey()) + ": " + text(entry.getValue()))
                .collect(Collectors.joining("\n" + before)));
    }

    /// Without quotes when a YAML reader takes it for this very string, otherwise with them.
    private static String text(String text) {
        boolean plain = PLAIN.matcher(text).matches()
                && !READ_OTHERWISE.matcher(text).find()
                && !NOT_A_STRING.matcher(text).matches();
        return plain ? text : quoted(text);
    }

    /// In double quotes; JSON's escapes are YAML's.
    private static String quoted(String text) {
        return JsonText.quoted(text);
    }
}
