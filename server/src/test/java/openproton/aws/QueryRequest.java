package openproton.aws;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A request of AWS's query protocol.
///
/// @param operation the field `Action`
/// @param parameters all fields
/// @param caller who signed it
record QueryRequest(String operation, Map<String, String> parameters, Caller caller) {

    static QueryRequest parse(String form, Caller caller) {
        var parameters = new TreeMap<String, String>();
        for (String field : form.split("&")) {
            int at = field.indexOf('=');
            if (at > 0) {
                parameters.put(decoded(field.substring(0, at)), decoded(field.substring(at + 1)));
            }
        }
        return new QueryRequest(parameters.getOrDefault("Action", ""), parameters, caller);
    }

    Call call() {
        return new Call(operation, parameters, caller.role(), caller.session());
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(text -> !text.isEmpty());
    }

    String required(String name) {
        return text(name)
                .orElseThrow(() -> AwsRefusal.validation(
                        ("1 validation error detected: Value null at '%s' failed to satisfy constraint: Member must not"
                                        + " be null")
                                .formatted(Character.toLowerCase(name.charAt(0)) + name.substring(1))));
    }

    boolean isTrue(String name) {
        return text(name).filter("true"::equals).isPresent();
    }

    /// The texts of `name.member.1`, `name.member.2` and so on.
    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (int index = 1; parameters.containsKey(name + ".member." + index); index++) {
            texts.add(parameters.get(name + ".member." + index));
        }
        return texts;
    }

    /// The fields of `name.member.1.…`, `name.member.2.…` and so on.
    List<Map<String, String>> structures(String name) {
        var structures = new ArrayList<Map<String, String>>();
        for (int index = 1; ; index++) {
            String prefix = name + ".member." + index + ".";
            var fields = new LinkedHashMap<String, String>();
            parameters.forEach((key, value) -> {
                if (key.startsWith(prefix)) {
                    fields.put(key.substring(prefix.length()), value);
                }
            });
            if (fields.isEmpty()) {
                return structures;
            }
            structures.add(fields);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
