package openproton.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import openproton.api.ApiModel;
import openproton.api.DeleteEnvironmentInput;
import openproton.api.GetServiceInput;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.terminal.ExitCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiClientTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private final BlockingQueue<Headers> requests = new ArrayBlockingQueue<>(10);
    private HttpServer server;
    private int status = 200;
    private String answer = "{}";

    ApiClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void startServer() {
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestHeaders());
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void callsAreSignedAndNamed() throws InterruptedException {
        client().call(ApiModel.DELETE_ENVIRONMENT, new DeleteEnvironmentInput("prod"));

        Headers headers = requests.take();
        assertThat(headers.getFirst("X-Amz-Target")).isEqualTo("AwsProton20200720.DeleteEnvironment");
        assertThat(headers.getFirst("X-Amz-Date")).isEqualTo("20261101T120000Z");
        assertThat(headers.getFirst("X-Amz-Security-Token")).isEqualTo("token");
        assertThat(headers.getFirst("Authorization"))
                .startsWith("AWS4-HMAC-SHA256 Credential=AKID/20261101/eu-west-1/proton/aws4_request")
                .contains("host;");
    }

    @Test
    void anErrorAnswerIsKnownByItsType() {
        status = 400;
        answer = "{\"__type\": \"ConflictException\", \"message\": \"it is busy\"}";

        assertThatThrownBy(this::getService)
                .isInstanceOf(ServerException.class)
                .hasMessage("it is busy")
                .extracting(failure -> ((ServerException) failure).exitCode())
                .isEqualTo(ExitCode.FAILED);
    }

    @Test
    void whatIsNotThereIsFoundToBeEmpty() {
        status = 400;
        answer = "{\"__type\": \"ResourceNotFoundException\", \"message\": \"no such service\"}";

        assertThat(client().find(ApiModel.GET_SERVICE, new GetServiceInput("shop")))
                .isEmpty();
    }

    @Test
    void anotherServerIsRecognizedAsSuch() {
        status = 404;
        answer = "<html>nothing here</html>";

        assertThatThrownBy(this::getService).hasMessageContaining("is it an OpenProton server?");
    }

    @Test
    void withoutAServerItSaysHowToStartOne() {
        server.stop(0);

        assertThatThrownBy(this::getService)
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("no server answers at http://127.0.0.1:")
                .hasMessageContaining("start one with 'openproton serve'");
    }

    private void getService() {
        client().call(ApiModel.GET_SERVICE, new GetServiceInput("shop"));
    }

    private ServerClient client() {
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var keys = new CallerCredentials("AKID", "secret", Optional.of("token"));
        return new ServerClient(new Endpoint(address, "eu-west-1", keys), () -> NOON);
    }
}
