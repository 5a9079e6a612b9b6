package openproton.git.host;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import openproton.base.Json;
import openproton.git.GitException;

/// Makes calls to a host's API. It follows no redirect, so that a token never goes anywhere else.
///
/// @param http opens the connections
/// @param api the address of the API
/// @param headers identify the caller; read for each call
/// @param clock for hosts that limit requests until a time
record HostClient(HttpClient http, String api, Supplier<Map<String, String>> headers, InstantSource clock) {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    private static final long ANSWER_BYTES_MAX = 4L * 1024 * 1024;

    /// The answer of a successful call.
    JsonAnswer send(HostCall call) {
        HttpResponse<byte[]> response = exchange(call);
        String text = new String(response.body(), StandardCharsets.UTF_8);
        if (response.statusCode() / 100 == 2) {
            return understood(call, JsonAnswer.read(text));
        }
        throw new HostFailure(shown(call), response.statusCode(), response.headers())
                .exception(JsonAnswer.read(text), clock.instant());
    }

    /// The address of a call as people read it.
    private String shown(HostCall call) {
        return api + call.path().replaceFirst("\\?.*", "").replace("%2F", "/");
    }

    private JsonAnswer understood(HostCall call, JsonAnswer reply) {
        if (reply.isNothing()) {
            throw new GitException.Unreachable(
                    "%s answered with something that is not JSON; is the address of the API right?"
                            .formatted(shown(call)),
                    (Instant) null);
        }
        return reply;
    }

    private HttpResponse<byte[]> exchange(HostCall call) {
        try {
            return http.send(request(call), BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
        } catch (IOException e) {
            throw new GitException.Unreachable(
                    "%s cannot be reached (%s)"
                            .formatted(
                                    api, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GitException.Unreachable("The call to %s was interrupted".formatted(api), e);
        }
    }

    private HttpRequest request(HostCall call) {
        var request = HttpRequest.newBuilder(URI.create(api + call.path()))
                .timeout(ANSWER_MAX)
                .header("User-Agent", "OpenProton")
                .method(
                        call.method(),
                        call.body()
                                .map(body -> BodyPublishers.ofString(Json.write(body)))
                                .orElseGet(BodyPublishers::noBody));
        if (call.body().isPresent()) {
            request.header("Content-Type", "application/json");
        }
        headers.get().forEach(request::header);
        return request.build();
    }
}
