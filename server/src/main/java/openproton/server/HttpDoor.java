package openproton.server;

import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import openproton.base.Ids;
import openproton.server.gate.Gates;

/// The door of the house: HTTP/1.1 on virtual threads. `POST` calls the API; `GET` reads health and metrics.
public final class HttpDoor implements AutoCloseable {
    static final String CONTENT_TYPE = "application/x-amz-json-1.0";
    static final HeaderName REQUEST_ID = HeaderNames.create("x-amzn-RequestId");

    private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final Duration CLOSE_CONNECTIONS_LIMIT = Duration.ofSeconds(1);
    private static final byte[] UP = "{\"status\":\"UP\"}".getBytes(StandardCharsets.UTF_8);

    private final ServerOptions options;
    private final Meters meters;
    private final Ids ids;
    private final RequestsInFlight inHand;
    private final WebServer server;

    /// @param others handlers of paths that do not belong to the API
    public HttpDoor(
            ServerOptions options, Gates gates, Meters meters, Ids ids, InstantSource clock, List<Route> others) {
        this.options = options;
        this.meters = meters;
        this.ids = ids;
        this.inHand = new RequestsInFlight(options.requestsMax());
        var bodies = new BodyReader(options.bodyBytesMax(), options.readLimit());
        var desk = new ApiHandler(gates, bodies, inHand, meters, ids, clock);
        this.server = listening()
                .routing(routing -> {
                    others.forEach(route -> routing.any(route.prefix() + "*", counted(route.handler())));
                    routes(routing, desk);
                })
                .build();
        meters.gauge("openproton_requests_in_hand", "Requests being answered now", inHand::count);
    }

    /// Starts to listen; when it returns, the door answers.
    public HttpDoor open() {
        server.start();
        if (!server.isRunning()) {
            throw new IllegalStateException(
                    "cannot listen on %s port %d; is it in use?".formatted(options.host(), options.port()));
        }
        return this;
    }

    /// The port it listens on.
    public int port() {
        return server.port();
    }

    /// Lets the requests in hand finish within their limit, then stops listening.
    @Override
    public void close() {
        inHand.finish(options.stopLimit());
        server.stop();
    }

    private WebServerConfig.Builder listening() {
        var faults = new JsonFaults(ids);
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (EventType event : EventType.values()) {
            handlers.addHandler(event, faults);
        }
        return WebServer.builder()
                .host(options.host())
                .port(options.port())
                .shutdownHook(false)
                .shutdownGracePeriod(CLOSE_CONNECTIONS_LIMIT)
                .featuresDiscoverServices(false)
                .idleConnectionTimeout(options.readLimit())
                .connectionOptions(socket -> socket.tcpNoDelay(true))
                .contentEncoding(encodings -> encodings.contentEncodingsDiscoverServices(false))
                .directHandlers(handlers.build());
    }

    /// The same handler, counted: closing the door waits for its requests, too.
    private Handler counted(Handler handler) {
        return (request, response) -> {
            Optional<Exception> failure = inHand.answer(
                    () -> failure(handler, request, response), () -> failure(this::refuseForNow, request, response));
            if (failure.isPresent()) {
                throw failure.get();
            }
        };
    }

    private static Optional<Exception> failure(Handler handler, ServerRequest request, ServerResponse response) {
        try {
            handler.handle(request, response);
            return Optional.empty();
        } catch (Exception failure) {
            return Optional.of(failure);
        }
    }

    private void routes(HttpRouting.Builder routing, ApiHandler desk) {
        routing.get("/health", (request, response) -> send(request, response, "application/json", UP));
        routing.get("/metrics", (request, response) -> send(request, response, METRICS_TYPE, meters.text()));
        routing.route(Method.POST, desk);
        routing.any(this::refuse);
    }

    private void refuseForNow(ServerRequest request, ServerResponse response) {
        Status status = Status.SERVICE_UNAVAILABLE_503;
        response.header(HeaderValues.CONNECTION_CLOSE);
        byte[] body = JsonFaults.answer(status, "too many requests are in hand; try again in a moment")
                .body();
        ResponseWriter.send(response, status.code(), CONTENT_TYPE, ids.next(), body);
        ResponseWriter.closeIfSaid(request, response);
    }

    private void refuse(ServerRequest request, ServerResponse response) {
        Method method = request.prologue().method();
        boolean reads = method.equals(Method.GET) || method.equals(Method.HEAD);
        Status status = reads ? Status.NOT_FOUND_404 : Status.METHOD_NOT_ALLOWED_405;
        if (!reads) {
            response.header(HeaderNames.ALLOW, "GET, HEAD, POST");
        }
        String message =
                reads ? "there is nothing at this path; send API requests with POST" : "send API requests with POST";
        byte[] body = JsonFaults.answer(status, message).body();
        ResponseWriter.send(response, status.code(), CONTENT_TYPE, ids.next(), body);
        ResponseWriter.closeIfSaid(request, response);
    }

    private void send(ServerRequest request, ServerResponse response, String contentType, byte[] body) {
        ResponseWriter.send(response, Status.OK_200.code(), contentType, ids.next(), body);
        ResponseWriter.closeIfSaid(request, response);
    }
}
