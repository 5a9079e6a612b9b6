package openproton.api.signing;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A request in the one form that both ends write alike, as Signature Version 4 defines it.
///
/// The path is normalized and encoded once more than it was sent, as every service but S3 does.
public record CanonicalRequest(RawRequest request, SortedSet<String> signedHeaders, String payloadHash) {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /// The canonical form of a request, with the hash of its body.
    ///
    /// @param signedHeaders lower-case names
    public static CanonicalRequest of(RawRequest request, SortedSet<String> signedHeaders) {
        return new CanonicalRequest(request, signedHeaders, Sha256.hex(request.body()));
    }

    /// The canonical form as text, lines separated by line feeds.
    String text() {
        return String.join(
                "\n",
                request.method(),
                PercentEncoding.path(request.path()),
                query(request.query()),
                headers(),
                "",
                String.join(";", signedHeaders),
                payloadHash);
    }

    /// The hash of the canonical form, which the signature covers.
    public String hash() {
        return Sha256.hex(text());
    }

    private String headers() {
        return signedHeaders.stream()
                .map(name -> name + ":" + values(request.headers().all(name)))
                .collect(Collectors.joining("\n"));
    }

    private static String values(Collection<String> values) {
        return values.stream()
                .map(value -> SPACES.matcher(value.strip()).replaceAll(" "))
                .collect(Collectors.joining(","));
    }

    private static String query(String query) {
        return Arrays.stream(query.split("&", -1))
                .filter(parameter -> !parameter.isEmpty())
                .map(Parameter::read)
                .sorted(Parameter.ORDER)
                .map(Parameter::text)
                .collect(Collectors.joining("&"));
    }

    /// One parameter of the query, its name and value encoded.
    private record Parameter(String name, String value) {
        static final Comparator<Parameter> ORDER =
                Comparator.comparing(Parameter::name).thenComparing(Parameter::value);

        static Parameter read(String text) {
            List<String> parts = List.of(text.split("=", 2));
            String value = parts.size() == 2 ? parts.get(1) : "";
            return new Parameter(PercentEncoding.again(parts.getFirst()), PercentEncoding.again(value));
        }

        String text() {
            return name + "=" + value;
        }
    }
}
