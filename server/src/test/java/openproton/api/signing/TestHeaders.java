package openproton.api.signing;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/// Headers as an attacker could change them.
public final class TestHeaders {
    private TestHeaders() {}

    /// The same headers with another value for one of them.
    public static Headers replaced(Headers headers, String name, String value) {
        var values = new TreeMap<>(headers.values());
        values.put(name.toLowerCase(Locale.ROOT), List.of(value));
        return new Headers(values);
    }
}
