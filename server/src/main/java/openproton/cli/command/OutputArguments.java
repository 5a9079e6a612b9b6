package openproton.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openproton.api.Output;
import openproton.base.DataException;
import openproton.base.Json;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.terminal.FileErrors;
import org.jspecify.annotations.Nullable;

/// Reads outputs as the AWS CLI takes them: `key=a,valueString=b`, repeated as needed; a JSON list; or `file://` and
/// the
/// path of a file with such a list.
///
/// @param folder the working folder, which relative paths start from
record OutputArguments(Path folder) {
    private static final String FORMS = "expected key=NAME,valueString=VALUE, a JSON list of "
            + "{\"key\": …, \"valueString\": …}, or file:// and a path to one";

    List<Output> read(List<String> given) {
        var outputs = new ArrayList<Output>();
        for (String text : given) {
            String content = text.startsWith("file://") ? file(text.substring("file://".length())) : text;
            String stripped = content.strip();
            if (stripped.startsWith("[") || stripped.startsWith("{")) {
                outputs.addAll(json(stripped));
            } else {
                outputs.add(output(shorthand(content), text));
            }
        }
        return outputs;
    }

    private String file(String path) {
        try {
            return Files.readString(folder.resolve(path));
        } catch (IOException failure) {
            throw CommandFailure.wrongUsage(
                    "cannot read the outputs file %s: %s".formatted(path, FileErrors.reason(failure)));
        }
    }

    private static List<Output> json(String text) {
        try {
            Object value = Json.read(text);
            return value instanceof List<?> items
                    ? items.stream()
                            .map(item -> output(map(item), Json.write(item)))
                            .toList()
                    : List.of(output(map(value), text));
        } catch (DataException broken) {
            throw CommandFailure.wrongUsage("the value of --outputs %s".formatted(broken.getMessage()));
        }
    }

    private static Map<String, String> map(@Nullable Object item) {
        if (!(item instanceof Map<?, ?> members)) {
            throw refused(Json.write(item));
        }
        var texts = new LinkedHashMap<String, String>();
        members.forEach((name, value) ->
                texts.put(String.valueOf(name), value instanceof String text ? text : Json.write(value)));
        return texts;
    }

    private static Output output(Map<String, String> members, String given) {
        String key = members.get("key");
        String value = members.get("valueString");
        if (key == null || value == null) {
            throw refused(given);
        }
        return Output.builder().key(key).valueString(value).build();
    }

    private static CommandFailure refused(String given) {
        return CommandFailure.wrongUsage("'%s' is not an output: %s".formatted(given, FORMS));
    }

    /// Reads `name=value` pairs separated by commas. A value can be in quotes; a backslash escapes the next character.
    private static Map<String, String> shorthand(String text) {
        var members = new LinkedHashMap<String, String>();
        var pair = new StringBuilder();
        char quote = 0;
        for (int index = 0; index < text.length(); index++) {
            char next = text.charAt(index);
            if (next == '\\' && index + 1 < text.length()) {
                pair.append(text.charAt(++index));
            } else if (quote == 0
                    && (next == '"' || next == '\'')
                    && pair.toString().endsWith("=")) {
                quote = next;
            } else if (quote != 0 && next == quote) {
                quote = 0;
            } else if (quote == 0 && next == ',') {
                put(members, pair.toString());
                pair.setLength(0);
            } else {
                pair.append(next);
            }
        }
        put(members, pair.toString());
        return members;
    }

    private static void put(Map<String, String> members, String pair) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
            members.put(pair.substring(0, equals).strip(), pair.substring(equals + 1));
        } else if (!members.isEmpty()) {
            String last = List.copyOf(members.keySet()).getLast();
            members.merge(last, "," + pair, String::concat);
        }
    }
}
