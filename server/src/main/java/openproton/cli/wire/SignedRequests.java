package openproton.cli.wire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import openproton.api.signing.Headers;
import openproton.api.signing.RawRequest;
import openproton.api.signing.RequestSigner;
import openproton.base.DataException;
import openproton.cli.terminal.CommandFailure;

/// Sends signed requests to one server and tells its answers from its errors.
final class SignedRequests {
    private static final Duration TIME_TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(60);
    private static final Set<String> SET_BY_CLIENT = Set.of("host", "content-length");

    private final Endpoint endpoint;
    private final InstantSource clock;
    private final RequestSigner signer;
    private final HttpClient http;

    SignedRequests(Endpoint endpoint, InstantSource clock) {
        this.endpoint = endpoint;
        this.clock = clock;
        CallerCredentials caller = endpoint.credentials();
        this.signer =
                new RequestSigner(caller.keyId(), caller.secret(), caller.sessionToken(), endpoint.region(), "proton");
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TIME_TO_CONNECT)
                .build();
    }

    /// Sends a request and waits for the body of the answer.
    ///
    /// @param target the operation, as the header `X-Amz-Target` names it
    /// @throws ServerException when the server answers with an error
    /// @throws CommandFailure when no server answers
    byte[] send(String target, byte[] body) {
        HttpResponse<byte[]> answer = exchange(request(target, body));
        if (answer.statusCode() != 200) {
            throw failure(answer);
        }
        return answer.body();
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

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw CommandFailure.noAccess(
                    "no server answers at %s; start one with 'openproton serve', or name another with --endpoint"
                            .formatted(endpoint.address()));
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("interrupted");
        }
    }

    private ServerException failure(HttpResponse<byte[]> answer) {
        try {
            var error = JsonObject.parse(new String(answer.body(), StandardCharsets.UTF_8));
            return error.text("__type")
                    .map(type -> new ServerException(type, error.text("message").orElse(type)))
                    .orElseGet(() -> unknown(answer));
        } catch (DataException notJson) {
            return unknown(answer);
        }
    }

    private ServerException unknown(HttpResponse<byte[]> answer) {
        return new ServerException(
                "UnknownError",
                "%s answered with HTTP status %d and without an error of the API; is it an OpenProton server?"
                        .formatted(endpoint.address(), answer.statusCode()));
    }
}
