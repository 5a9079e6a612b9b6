package openproton.auth.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import openproton.api.signing.Headers;
import openproton.api.signing.RawRequest;
import openproton.auth.Credential;
import openproton.auth.Identity;
import openproton.auth.Verified;
import openproton.base.JsonData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the verifier to the published test vectors of Signature Version 4; each is a request with its signature.
///
/// Left out are the vectors without path normalization, which only S3 signs, and the one whose session token is
/// added after signing, which we refuse.
class SignatureVectorsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2015-08-30T12:36:00Z"));
    private static final Identity IDENTITY =
            new Identity("AKIDEXAMPLE", "000000000000", "arn:aws:iam::000000000000:user/example", List.of());
    private static final Credential CREDENTIAL = new Credential(IDENTITY, "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    private final SignatureVerifier verifier = new SignatureVerifier(
            "service", (id, _) -> Optional.of(CREDENTIAL).filter(_ -> id.equals("AKIDEXAMPLE")), CLOCK);

    record Vector(String name, RawRequest request) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void acceptsTheVector(Vector vector) {
        Verified verified = verifier.verify(vector.request());

        assertThat(verified.identity()).isEqualTo(IDENTITY);
        assertThat(verified.caller().region()).isEqualTo("us-east-1");
    }

    static Stream<Vector> vectors() throws IOException {
        try (var file = SignatureVectorsTest.class.getResourceAsStream("/sigv4/vectors.json")) {
            String json = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return items(JsonData.read(json)).map(JsonData::members).map(SignatureVectorsTest::vector);
        }
    }

    private static Vector vector(Map<String, Object> members) {
        List<String> line = JsonData.texts(members.get("request"));
        Headers headers = items(members.get("headers"))
                .map(JsonData::texts)
                .reduce(Headers.NONE, (all, pair) -> all.with(pair.get(0), pair.get(1)), (all, _) -> all);
        byte[] body = line.get(3).getBytes(StandardCharsets.UTF_8);
        return new Vector(
                JsonData.text(members.get("name")),
                new RawRequest(line.get(0), line.get(1), line.get(2), headers, body));
    }

    private static Stream<?> items(@Nullable Object list) {
        return ((List<?>) Objects.requireNonNull(list)).stream();
    }
}
