package openproton.auth.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import openproton.api.signing.AuthorizationHeader;
import openproton.api.signing.CanonicalRequest;
import openproton.api.signing.CredentialScope;
import openproton.api.signing.Headers;
import openproton.api.signing.RawRequest;
import openproton.api.signing.RequestSigner;
import openproton.api.signing.TestHeaders;
import openproton.auth.AuthenticationFailure;
import openproton.auth.Credential;
import openproton.auth.Identity;
import openproton.auth.Verified;
import org.junit.jupiter.api.Test;

class SignatureVerifierTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String SECRET = "not/a+real/secret/but/forty/letters/long";
    private static final Credential CREDENTIAL = new Credential(
            new Identity("AKIAEXAMPLE", "000000000000", "arn:aws:iam::000000000000:user/ann", List.of()), SECRET);
    private static final int SIGNATURE_DIGITS = 64;
    private static final RequestSigner SIGNER =
            new RequestSigner("AKIAEXAMPLE", SECRET, Optional.empty(), "eu-west-1", "proton");

    private final SignatureVerifier verifier = new SignatureVerifier(
            "proton",
            (id, _) -> Optional.of(CREDENTIAL).filter(_ -> id.equals("AKIAEXAMPLE")),
            InstantSource.fixed(NOW));

    @Test
    void tellsAccountRegionAndPrincipalOfWhoSigned() {
        Verified verified = verifier.verify(signed());

        assertThat(verified.caller().account()).isEqualTo("000000000000");
        assertThat(verified.caller().region()).isEqualTo("eu-west-1");
        assertThat(verified.caller().principal()).isEqualTo("arn:aws:iam::000000000000:user/ann");
    }

    @Test
    void refusesABodyWithAnyBitTurned() {
        RawRequest good = signed();
        for (int bit = 0; bit < good.body().length * Byte.SIZE; bit++) {
            byte[] body = good.body().clone();
            body[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);

            assertThatThrownBy(() -> verifier.verify(
                            new RawRequest(good.method(), good.path(), good.query(), good.headers(), body)))
                    .as("bit %d turned", bit)
                    .isInstanceOfSatisfying(AuthenticationFailure.class, SignatureVerifierTest::isInvalid);
        }
    }

    @Test
    void refusesASignatureWithAnyDigitChanged() {
        String header = signed().headers().first("Authorization").orElseThrow();
        for (int at = header.length() - SIGNATURE_DIGITS; at < header.length(); at++) {
            for (int by = 1; by < 16; by++) {
                char digit = Character.forDigit((Character.digit(header.charAt(at), 16) + by) % 16, 16);
                String changed = header.substring(0, at) + digit + header.substring(at + 1);

                assertThatThrownBy(() -> verifier.verify(replaced("Authorization", changed)))
                        .as("%s instead of %s", changed, header)
                        .isInstanceOfSatisfying(AuthenticationFailure.class, SignatureVerifierTest::isInvalid);
            }
        }
    }

    @Test
    void refusesAnyChangeOfASignedHeaderOfThePathOrOfTheQuery() {
        RawRequest good = signed();

        assertThat(refusal(replaced("Host", "elsewhere:7720"))).isEqualTo("InvalidSignatureException");
        assertThat(refusal(replaced("X-Amz-Target", "AwsProton20200720.DeleteService")))
                .isEqualTo("InvalidSignatureException");
        assertThat(refusal(replaced("X-Amz-Date", "20261121T100001Z"))).isEqualTo("InvalidSignatureException");
        assertThat(refusal(new RawRequest("POST", "/other", "", good.headers(), good.body())))
                .isEqualTo("InvalidSignatureException");
        assertThat(refusal(new RawRequest("POST", "/", "a=b", good.headers(), good.body())))
                .isEqualTo("InvalidSignatureException");
        assertThat(refusal(new RawRequest("PUT", "/", "", good.headers(), good.body())))
                .isEqualTo("InvalidSignatureException");
        assertThat(refusal(good.with("X-Amz-Target", "again"))).isEqualTo("InvalidSignatureException");
    }

    @Test
    void letsUnsignedHeadersChange() {
        assertThat(verifier.verify(signed().with("User-Agent", "anything")).identity())
                .isEqualTo(CREDENTIAL.identity());
    }

    @Test
    void acceptsClocksFiveMinutesApartAndNoMore() {
        for (Duration skew : List.of(Duration.ofMinutes(5), Duration.ofMinutes(-5))) {
            assertThat(verifier.verify(SIGNER.sign(request(), NOW.plus(skew))).identity())
                    .isNotNull();
        }
        assertThat(failure(SIGNER.sign(request(), NOW.minusSeconds(301))))
                .hasMessage("Signature expired: 20261121T095459Z is now earlier than 20261121T095500Z"
                        + " (20261121T100000Z - 5 min.)");
        assertThat(failure(SIGNER.sign(request(), NOW.plusSeconds(301))))
                .hasMessage("Signature not yet current: 20261121T100501Z is still later than 20261121T100500Z"
                        + " (20261121T100000Z + 5 min.)");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(refusal(request())).isEqualTo("MissingAuthenticationTokenException");
        assertThat(refusal(request().with("Authorization", "Basic YTpi"))).isEqualTo("IncompleteSignatureException");
        assertThat(failure(replaced(
                        "Authorization", "AWS4-HMAC-SHA256 Credential=A/20261121/eu-west-1/proton/aws4_request")))
                .hasMessageContaining("SignedHeaders=");
        assertThat(failure(edited(header -> header.replace("host;", "")))).hasMessageContaining("'host'");
        assertThat(failure(edited(header -> header.replace(";x-amz-target", ""))))
                .hasMessageContaining("'x-amz-target'");
        assertThat(failure(edited(header -> header.replace("host;", "host;range;"))))
                .hasMessageContaining("'range'");
        assertThat(failure(edited(header -> header.replace("/aws4_request", ""))))
                .hasMessageContaining("KEY/DATE/REGION");
        assertThat(failure(replaced("X-Amz-Date", "yesterday"))).hasMessageContaining("X-Amz-Date");
    }

    @Test
    void refusesKeysThatAreUnknownAndScopesThatAreNotOurs() {
        var stranger = new RequestSigner("AKIASTRANGER", SECRET, Optional.empty(), "eu-west-1", "proton");
        var elsewhere = new RequestSigner("AKIAEXAMPLE", SECRET, Optional.empty(), "eu-west-1", "s3");
        var nowhere = new RequestSigner("AKIAEXAMPLE", SECRET, Optional.empty(), "EU:WEST", "proton");

        assertThat(refusal(stranger.sign(request(), NOW))).isEqualTo("UnrecognizedClientException");
        assertThat(failure(elsewhere.sign(request(), NOW))).hasMessageContaining("'proton'");
        assertThat(failure(nowhere.sign(request(), NOW))).hasMessageContaining("Region");
    }

    @Test
    void holdsTheSentHashAgainstTheBodyAndRefusesUnsignedPayloads() {
        RawRequest unsigned = SIGNER.sign(request().with("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD"), NOW);

        assertThat(failure(unsigned)).hasMessageContaining("X-Amz-Content-Sha256");
    }

    @Test
    void acceptsADateHeaderWithoutAmzDate() {
        RawRequest dated = request().with("Date", "Sat, 21 Nov 2026 09:59:00 GMT");
        Instant time = Instant.parse("2026-11-21T09:59:00Z");
        var signedHeaders = new TreeSet<>(dated.headers().values().keySet());
        var scope = CredentialScope.at(time, "eu-west-1", "proton");
        String text = scope.stringToSign(time, CanonicalRequest.of(dated, signedHeaders));
        var header = new AuthorizationHeader("AKIAEXAMPLE", scope, signedHeaders, scope.sign(SECRET, text));

        assertThat(verifier.verify(dated.with("Authorization", header.text())).identity())
                .isEqualTo(CREDENTIAL.identity());
    }

    @Test
    void neverTellsTheSecret() {
        assertThat(failure(replaced("Host", "elsewhere")).getMessage())
                .doesNotContain(SECRET)
                .contains("elsewhere");
        assertThat(CREDENTIAL + " " + SIGNER + " " + signed()).doesNotContain(SECRET);
    }

    private static RawRequest request() {
        return new RawRequest(
                        "POST", "/", "", Headers.NONE, "{\"name\": \"production\"}\n ".getBytes(StandardCharsets.UTF_8))
                .with("Host", "localhost:7720")
                .with("Content-Type", "application/x-amz-json-1.0")
                .with("X-Amz-Target", "AwsProton20200720.GetEnvironment");
    }

    private static RawRequest signed() {
        return SIGNER.sign(request(), NOW);
    }

    private static RawRequest replaced(String name, String value) {
        RawRequest good = signed();
        Headers changed = TestHeaders.replaced(good.headers(), name, value);
        return new RawRequest(good.method(), good.path(), good.query(), changed, good.body());
    }

    private static RawRequest edited(UnaryOperator<String> change) {
        return replaced(
                "Authorization",
                change.apply(signed().headers().first("Authorization").orElseThrow()));
    }

    private AuthenticationFailure failure(RawRequest request) {
        return catchThrowableOfType(AuthenticationFailure.class, () -> verifier.verify(request));
    }

    private static void isInvalid(AuthenticationFailure failure) {
        assertThat(failure.type()).isEqualTo("InvalidSignatureException");
    }

    private String refusal(RawRequest request) {
        return failure(request).type();
    }
}
