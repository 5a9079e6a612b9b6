package openproton.cli.wire;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/// A real HTTP server that gives prepared answers, in order, and keeps the requests.
final class AnsweringServer implements AutoCloseable {
    private final HttpServer server;
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();

    private record Answer(int status, String body) {}

    /// @param target the operation
    record Request(Headers headers, String target, String body) {}

    AnsweringServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Headers headers = exchange.getRequestHeaders();
        requests.add(new Request(headers, headers.getFirst("X-Amz-Target"), body));
        Answer answer = answers.remove();
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /// Prepares the next answers.
    AnsweringServer answering(String... bodies) {
        Stream.of(bodies).forEach(body -> answers.add(new Answer(200, body)));
        return this;
    }

    /// Prepares an answer that is an error.
    AnsweringServer refusing(int status, String body) {
        answers.add(new Answer(status, body));
        return this;
    }

    Request request() throws InterruptedException {
        return requests.take();
    }

    ServerClient client() {
        var caller = new CallerCredentials("AKID", "secret", Optional.of("token"));
        return new ServerClient(
                new Endpoint(address(), "eu-west-1", caller), () -> Instant.parse("2026-11-01T12:00:00Z"));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
