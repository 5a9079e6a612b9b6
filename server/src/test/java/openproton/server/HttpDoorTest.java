package openproton.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import openproton.api.signing.Headers;
import openproton.api.signing.RawRequest;
import openproton.api.signing.RequestSigner;
import openproton.api.signing.TestHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpDoorTest {
    private final TestDoor house = TestDoor.open();
    private final WireClient client = house.client("administrator");

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void answersAnOperationWithItsOutput() {
        HttpResponse<String> answer = client.call("TagResource", TestDoor.TAG);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{}");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-amz-json-1.0");
        assertThat(answer.headers().firstValue("x-amzn-RequestId")).contains("request-1");
        assertThat(answer.headers().firstValue("Date")).isPresent();
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void answersErrorsOfTheModelByTheirBareNameAndTheirMessage() {
        HttpResponse<String> answer = client.call("GetEnvironment", "{\"name\": \"prod\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo("{\"__type\":\"ResourceNotFoundException\",\"message\":\"there is no environment 'prod'\"}");
    }

    @Test
    void hidesWhatBrokeInsideBehindTheRequestId() {
        for (String name : List.of("conflict", "broken")) {
            HttpResponse<String> answer = client.call("GetEnvironment", "{\"name\": \"%s\"}".formatted(name));

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body())
                    .contains(
                            "\"InternalServerException\"",
                            answer.headers().firstValue("x-amzn-RequestId").orElseThrow())
                    .doesNotContain("secret", "listed");
        }
    }

    @Test
    void checksTheSignatureThenTheShapeThenThePermission() {
        WireClient reader = house.client("readonly");
        RawRequest unsigned = reader.unsigned("AwsProton20200720.TagResource", "not json");

        expect(reader.send(unsigned), 400, "MissingAuthenticationTokenException");
        expect(house.client("stranger").call("TagResource", "{}"), 400, "UnrecognizedClientException");
        expect(reader.call("TagResource", "not json"), 400, "SerializationException");
        expect(reader.call("TagResource", "{}"), 400, "ValidationException");
        expect(reader.call("TagResource", TestDoor.TAG), 400, "AccessDeniedException");
    }

    @Test
    void namesWhatIsRightWhenTheOperationIsNotServed() {
        HttpResponse<String> unknown = client.call("MakeCoffee", "{}");
        HttpResponse<String> unserved = client.call("ListServices", "{}");
        RawRequest untargeted = new RawRequest("POST", "/", "", Headers.NONE, new byte[0])
                .with("Host", "localhost:" + house.door.port());

        expect(unknown, 400, "UnknownOperationException");
        assertThat(unknown.body()).contains("'AwsProton20200720.MakeCoffee'");
        expect(unserved, 400, "UnknownOperationException");
        expect(client.send(client.signer().sign(untargeted, house.clock.instant())), 400, "UnknownOperationException");
    }

    @Test
    void readsAnEmptyBodyAsAnEmptyInputAndToleratesContentTypes() {
        HttpResponse<String> empty = client.call("GetEnvironment", "");
        expect(empty, 400, "ValidationException");
        assertThat(empty.body()).contains("'name'");

        for (String type : List.of("application/x-amz-json-1.0; charset=utf-8", "APPLICATION/X-AMZ-JSON-1.0")) {
            expect(client.send(typed(type)), 200, "");
        }
        HttpResponse<String> wrong = client.send(typed("text/xml"));
        expect(wrong, 415, "UnsupportedMediaTypeException");
        assertThat(wrong.body()).contains("application/x-amz-json-1.0", "'text/xml'");
    }

    private RawRequest typed(String contentType) {
        RawRequest plain = client.unsigned("AwsProton20200720.TagResource", TestDoor.TAG);
        Headers headers = TestHeaders.replaced(plain.headers(), "Content-Type", contentType);
        var request = new RawRequest("POST", "/some/path", "", headers, plain.body());
        return client.signer().sign(request, house.clock.instant());
    }

    @Test
    void refusesBodiesOverTheLimitWithOneAnswer() {
        HttpResponse<String> tooLarge = client.call("TagResource", " ".repeat(64 * 1024 + 1));

        expect(tooLarge, 413, "RequestEntityTooLargeException");
        assertThat(tooLarge.body()).contains("65536 bytes");
        expect(client.call("TagResource", TestDoor.TAG), 200, "");
    }

    @Test
    void throttlesAKeyThatAsksTooOftenUntilSomeTimeHasPassed() {
        for (int i = 0; i < 20; i++) {
            expect(client.call("TagResource", TestDoor.TAG), 200, "");
        }
        HttpResponse<String> throttled = client.call("TagResource", TestDoor.TAG);

        expect(throttled, 400, "ThrottlingException");
        assertThat(throttled.headers().firstValue("Retry-After")).contains("1");
        expect(house.client("readonly").call("TagResource", TestDoor.TAG), 400, "AccessDeniedException");
        house.clock.pass(Duration.ofMillis(100));
        expect(client.call("TagResource", TestDoor.TAG), 200, "");
        expect(client.call("TagResource", TestDoor.TAG), 400, "ThrottlingException");
    }

    @Test
    void takesOnlySoManyRequestsAtOnceAndFinishesThemWhenItCloses() throws Exception {
        try (var busy = new TestDoor(TestDoor.options(1024, 1));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            WireClient one = busy.client("administrator");
            var slow = threads.submit(() -> one.call("GetEnvironment", "{\"name\": \"slow\"}"));
            busy.entered.await();

            HttpResponse<String> second = one.call("TagResource", TestDoor.TAG);
            expect(second, 400, "ThrottlingException");
            assertThat(second.headers().firstValue("Retry-After")).contains("1");
            assertThat(get(busy.door.port(), "/metrics").body()).contains("openproton_requests_in_hand 1.0");

            var closing = threads.submit(busy.door::close);
            assertThat(closing.isDone()).isFalse();
            busy.release.countDown();
            assertThat(slow.get().body()).contains("it took long");
            closing.get();
        }
    }

    @Test
    void answersManyClientsAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var wide = new TestDoor(TestDoor.options(1024, 64))) {
            List<Callable<Integer>> calls = IntStream.range(0, 20)
                    .<Callable<Integer>>mapToObj(_ -> () -> wide.client("administrator")
                            .call("TagResource", TestDoor.TAG)
                            .statusCode())
                    .toList();

            for (var answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
    }

    @Test
    void tellsHealthAndMetrics() {
        client.call("TagResource", TestDoor.TAG);
        client.call("GetEnvironment", "{\"name\": \"prod\"}");
        client.call("MakeCoffee", "{}");

        HttpResponse<String> health = get(house.door.port(), "/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
        HttpResponse<String> metrics = get(house.door.port(), "/metrics");
        assertThat(metrics.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(metrics.body())
                .contains("openproton_requests_total{error=\"\",operation=\"TagResource\",status=\"200\"} 1.0")
                .contains("{error=\"ResourceNotFoundException\",operation=\"GetEnvironment\",status=\"400\"} 1.0")
                .contains("{error=\"UnknownOperationException\",operation=\"none\",status=\"400\"} 1.0")
                .contains("openproton_request_seconds_count{operation=\"TagResource\"} 1")
                .contains("jvm_heap_used_bytes");
    }

    private static HttpResponse<String> get(int port, String path) {
        var request = new RawRequest("GET", path, "", Headers.NONE, new byte[0]);
        return new WireClient(port, new RequestSigner("", "", Optional.empty(), "", ""), () -> Instant.EPOCH)
                .send(request);
    }

    private static void expect(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.body()).contains(type.isEmpty() ? "{}" : "{\"__type\":\"" + type + "\",\"message\":\"");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-amz-json-1.0");
    }
}
