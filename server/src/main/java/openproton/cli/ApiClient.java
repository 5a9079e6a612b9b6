package openproton.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import openproton.api.OperationShape;
import openproton.api.Shape;
import openproton.api.WireReader;
import openproton.api.WireWriter;
import openproton.api.signing.Headers;
import openproton.api.signing.RawRequest;
import openproton.api.signing.RequestSigner;
import openproton.base.DataException;
import openproton.base.Json;

/// Calls operations of the wire API, signed.
public final class ApiClient {
    private static final Duration TIME_TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(60);
    private static final Set<String> SET_BY_CLIENT = Set.of("host", "content-length");

    private final Endpoint endpoint;
    private final InstantSource clock;
    private final RequestSigner signer;
    private final HttpClient http;

    ApiClient(Endpoint endpoint, InstantSource clock) {
        this.endpoint = endpoint;
        this.clock = clock;
        Keys keys = endpoint.keys();
        this.signer = new RequestSigner(keys.id(), keys.secret(), keys.sessionToken(), endpoint.region(), "proton");
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TIME_TO_CONNECT)
                .build();
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /// Calls one operation and waits for its answer.
    ///
    /// @throws ApiFailure when the server refuses
    /// @throws CommandFailure when no server answers
    public <I extends Shape, O extends Shape> O call(OperationShape<I, O> operation, I input) {
        HttpResponse<byte[]> answer = send(request(operation.target(), WireWriter.bytes(input)));
        if (answer.statusCode() != 200) {
            throw failure(answer);
        }
        return WireReader.read(answer.body(), operation.output());
    }

    /// Calls an operation that may find nothing.
    <I extends Shape, O extends Shape> Optional<O> find(OperationShape<I, O> operation, I input) {
        try {
            return Optional.of(call(operation, input));
        } catch (ApiFailure failure) {
            if (failure.isNotFound()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /// Everything that a listing has, page by page.
    ///
    /// @param input the input for the page of a token, which is empty for the first page
    <I extends Shape, O extends Shape, T> List<T> all(
            OperationShape<I, O> operation,
            Function<Optional<String>, I> input,
            Function<O, List<T>> items,
            Function<O, Optional<String>> nextToken) {
        var all = new ArrayList<T>();
        Optional<String> token = Optional.empty();
        do {
            O page = call(operation, input.apply(token));
            all.addAll(items.apply(page));
            token = nextToken.apply(page);
        } while (token.isPresent());
        return all;
    }

    private HttpRequest request(String target, byte[] body) {
        URI address = endpoint.address();
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        Headers headers = Headers.NONE
                .with("Host", host(address))
                .with("Content-Type", "application/x-amz-json-1.0")
                .with("X-Amz-Target", target);
        var signed = signer.sign(new RawRequest("POST", path, "", headers, body), clock.instant());
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(TIME_TO_ANSWER)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        signed.headers().values().forEach((name, values) -> {
            if (!SET_BY_CLIENT.contains(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private static String host(URI address) {
        return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new CommandFailure(
                    ExitCode.NO_ACCESS,
                    "No OpenProton answers at %s: start one with 'openproton serve'".formatted(endpoint.address()));
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILED, "interrupted");
        }
    }

    private ApiFailure failure(HttpResponse<byte[]> answer) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        try {
            if (Json.read(text) instanceof Map<?, ?> error && error.get("__type") instanceof String type) {
                Object message = error.get("message");
                return new ApiFailure(type, message == null ? type : message.toString());
            }
        } catch (DataException notJson) {
            return unknown(answer);
        }
        return unknown(answer);
    }

    private ApiFailure unknown(HttpResponse<byte[]> answer) {
        return new ApiFailure(
                "UnknownError",
                "%s answered with HTTP status %d and no error that OpenProton would send; is it an OpenProton server?"
                        .formatted(endpoint.address(), answer.statusCode()));
    }
}
