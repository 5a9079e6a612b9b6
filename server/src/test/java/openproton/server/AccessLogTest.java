package openproton.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.signing.Headers;
import openproton.api.signing.RawRequest;
import openproton.auth.Identity;
import openproton.auth.Verified;
import openproton.server.gate.Answer;
import openproton.server.gate.Exchange;
import openproton.server.gate.Gates;
import org.junit.jupiter.api.Test;

class AccessLogTest {
    private static final Identity ANN =
            new Identity("AKIAANN", "000000000000", "arn:aws:iam::000000000000:user/ann", List.of());

    private final RawRequest request = new RawRequest(
                    "POST", "/", "", Headers.NONE, "{\"spec\": \"private\"}".getBytes(StandardCharsets.UTF_8))
            .with("X-Amz-Target", "AwsProton20200720.CreateService")
            .with("Authorization", "AWS4-HMAC-SHA256 Credential=AKIAANN, Signature=private")
            .with("X-Amz-Security-Token", "private")
            .with("User-Agent", "aws-cli/" + "2".repeat(200));

    @Test
    void tellsWhoAskedWhatAndHowItEnded() {
        Exchange exchange = Exchange.begin(request)
                .named("request-7")
                .from(new Verified(ANN, new Caller("000000000000", "eu-west-1", ANN.principal())));
        var passage = new Gates.Passage(exchange, Answer.error(400, "ConflictException", "private"));

        String line = AccessLog.line(Instant.parse("2026-11-21T10:00:00Z"), Duration.ofMillis(12), passage);

        assertThat(line)
                .isEqualTo("{\"time\":\"2026-11-21T10:00:00Z\",\"requestId\":\"request-7\","
                        + "\"operation\":\"CreateService\",\"account\":\"000000000000\",\"region\":\"eu-west-1\","
                        + "\"principal\":\"arn:aws:iam::000000000000:user/ann\",\"accessKey\":\"AKIAANN\","
                        + "\"status\":400,\"error\":\"ConflictException\",\"milliseconds\":12,\"bytesIn\":19,"
                        + "\"bytesOut\":50,\"userAgent\":\"aws-cli/" + "2".repeat(112) + "…\"}")
                .doesNotContain("private");
    }

    @Test
    void namesNoOperationThatIsNotSpelledLikeOne() {
        RawRequest odd = new RawRequest("POST", "/", "", Headers.NONE, new byte[0]).with("X-Amz-Target", "a.b\nc");
        var passage = new Gates.Passage(Exchange.begin(odd), new Answer(200, new byte[0], Optional.empty()));

        assertThat(AccessLog.line(Instant.EPOCH, Duration.ZERO, passage)).contains("\"operation\":\"none\"");
    }
}
