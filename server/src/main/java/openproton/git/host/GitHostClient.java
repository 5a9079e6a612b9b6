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

/// Sends requests to the API of a git host. It follows no redirect, so that the token never reaches another host.
///
/// @param http the HTTP client
/// @param api the address of the API
/// @param headers the credentials, read for each request
/// @param clock gives the time, for rate limits
record GitHostClient(HttpClient http, String api, Supplier<Map<String, String>> headers, InstantSource clock) {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    private static final long ANSWER_BYTES_MAX = 4L * 1024 * 1024;

    /// The answer of a successful request.
    GitHostReply send(GitHostCall call) {
        HttpResponse<byte[]> response = exchange(call);
        String text = new String(response.body(), StandardCharsets.UTF_8);
        if (response.statusCode() / 100 == 2) {
            return understood(call, GitHostReply.read(text));
        }
        throw new GitHostFailure(shown(call), response.statusCode(), response.headers())
                .exception(GitHostReply.read(text), clock.instant());
    }

    /// The address of a request without its query.
    private String shown(GitHostCall call) {
        return api + call.path().replaceFirst("\\?.*", "").replace("%2F", "/");
    }

    private GitHostReply understood(GitHostCall call, GitHostReply reply) {
        if (reply.isNothing()) {
            throw new GitException.Unreachable(
                    "%s did not answer with JSON; is the address of the API right?".formatted(shown(call)),
                    (Instant) null);
        }
        return reply;
    }

    private HttpResponse<byte[]> exchange(GitHostCall call) {
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

    private HttpRequest request(GitHostCall call) {
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
