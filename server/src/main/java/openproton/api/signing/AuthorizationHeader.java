package openproton.api.signing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// The header `Authorization` of a signed request.
///
/// @param signedHeaders lower-case names
/// @param signature lower-case hex
public record AuthorizationHeader(
        String keyId, CredentialScope scope, SortedSet<String> signedHeaders, String signature) {
    private static final int SCOPE_PARTS = 4;

    /// Reads the header.
    ///
    /// @throws IllegalArgumentException saying which part is absent or wrong
    public static AuthorizationHeader parse(String header) {
        String start = CredentialScope.ALGORITHM + " ";
        if (!header.startsWith(start)) {
            throw new IllegalArgumentException("Authorization must start with '%s'".formatted(start));
        }
        Map<String, String> parts = parts(header.substring(start.length()));
        SortedSet<String> signed =
                new TreeSet<>(List.of(part(parts, "SignedHeaders").split(";")));
        List<String> credential = List.of(part(parts, "Credential").split("/", -1));
        if (credential.size() <= SCOPE_PARTS || !credential.getLast().equals(CredentialScope.END)) {
            throw new IllegalArgumentException(
                    "Credential in Authorization must be KEY/DATE/REGION/SERVICE/aws4_request");
        }
        return new AuthorizationHeader(keyId(credential), scope(credential), signed, part(parts, "Signature"));
    }

    /// The header's value.
    public String text() {
        return "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                .formatted(CredentialScope.ALGORITHM, keyId, scope, String.join(";", signedHeaders), signature);
    }

    private static Map<String, String> parts(String text) {
        var parts = new LinkedHashMap<String, String>();
        Arrays.stream(text.split(",", -1))
                .map(part -> part.strip().split("=", 2))
                .filter(part -> part.length == 2)
                .forEach(part -> parts.put(part[0], part[1]));
        return parts;
    }

    private static String part(Map<String, String> parts, String name) {
        String part = parts.getOrDefault(name, "");
        if (part.isEmpty()) {
            throw new IllegalArgumentException("Authorization must have '%s=...'".formatted(name));
        }
        return part;
    }

    private static String keyId(List<String> credential) {
        return String.join("/", credential.subList(0, credential.size() - SCOPE_PARTS));
    }

    private static CredentialScope scope(List<String> credential) {
        List<String> last = credential.subList(credential.size() - SCOPE_PARTS, credential.size());
        return new CredentialScope(last.get(0), last.get(1), last.get(2));
    }
}
