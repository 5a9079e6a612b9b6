package openproton.api.signing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The headers of a message: names without case, every value in the order it arrived.
///
/// @param values lower-case name to values
public record Headers(Map<String, List<String>> values) {

    /// No header at all.
    public static final Headers NONE = new Headers(Map.of());

    public Headers {
        var copy = new TreeMap<String, List<String>>();
        values.forEach((name, all) ->
                copy.computeIfAbsent(lowerCase(name), _ -> new ArrayList<>()).addAll(all));
        copy.replaceAll((_, all) -> List.copyOf(all));
        values = copy;
    }

    /// Every value of a header; empty when it is absent.
    public List<String> all(String name) {
        return values.getOrDefault(lowerCase(name), List.of());
    }

    /// The first value of a header, without the spaces around it.
    public Optional<String> first(String name) {
        return all(name).stream().map(String::strip).findFirst();
    }

    /// These headers with one more value.
    public Headers with(String name, String value) {
        var more = new TreeMap<>(values);
        var all = new ArrayList<>(all(name));
        all.add(value);
        more.put(lowerCase(name), all);
        return new Headers(more);
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
