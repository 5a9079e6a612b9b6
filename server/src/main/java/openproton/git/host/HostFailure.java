package openproton.git.host;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openproton.base.Json;
import openproton.git.GitException;
import org.jspecify.annotations.Nullable;

/// The meaning of a status that is no success.
///
/// @param url the address that was called, without its query
record HostFailure(String url, int status, HttpHeaders headers) {
    private static final int REASON_LENGTH_MAX = 500;

    /// The pause that GitHub requires where a secondary rate limit names no time.
    private static final Duration LIMIT_WITHOUT_TIME = Duration.ofMinutes(1);

    GitException exception(JsonAnswer answer, Instant now) {
        String said = "HTTP %d%s".formatted(status, reason(answer));
        if (status >= 500 || isRateLimit()) {
            return new GitException.Unreachable("%s cannot answer now (%s)".formatted(url, said), retryAt(now));
        }
        if (isRateLimitInWords(answer)) {
            return new GitException.Unreachable(
                    "%s cannot answer now (%s)".formatted(url, said), now.plus(LIMIT_WITHOUT_TIME));
        }
        return switch (status) {
            case 401, 403 ->
                new GitException.Refused(
                        "%s refuses the connection's token (%s); give the connection one that may do this"
                                .formatted(url, said));
            case 404, 410 ->
                new GitException.NotThere(
                        "%s is not there, or the connection's token may not see it (%s)".formatted(url, said));
            case 301, 302, 307, 308 ->
                new GitException.NotThere(
                        "%s was moved (%s); name the repository as it is called now".formatted(url, said));
            case 409, 422 -> new GitException.Moved("%s does not take this (%s)".formatted(url, said));
            default -> new GitException.Refused("%s does not take this (%s)".formatted(url, said));
        };
    }

    /// GitHub says 403 for rate limits too, and then how many requests are left, or when to come again.
    private boolean isRateLimit() {
        boolean none =
                headers.firstValue("x-ratelimit-remaining").filter("0"::equals).isPresent();
        boolean later = headers.firstValue("retry-after").isPresent();
        return status == 429 || (status == 403 && (none || later));
    }

    /// GitHub tells some of its secondary rate limits by their message alone.
    private boolean isRateLimitInWords(JsonAnswer answer) {
        return status == 403 && answer.text("message").toLowerCase(Locale.ROOT).contains("rate limit");
    }

    private @Nullable Instant retryAt(Instant now) {
        Optional<Instant> after = number("retry-after").map(seconds -> now.plus(Duration.ofSeconds(seconds)));
        return after.or(() -> Stream.of("x-ratelimit-reset", "ratelimit-reset")
                        .filter(_ -> isRateLimit())
                        .flatMap(name -> number(name).stream())
                        .findFirst()
                        .map(Instant::ofEpochSecond))
                .orElse(null);
    }

    private Optional<Long> number(String header) {
        return headers.firstValue(header)
                .filter(value -> value.matches("\\d{1,10}"))
                .map(Long::valueOf);
    }

    /// Hosts put their reasons into `message`, `error` or `errors`.
    private static String reason(JsonAnswer answer) {
        String reason = Stream.of(answer.at("message"), answer.at("error"), answer.at("errors"))
                .filter(part -> !part.isNothing())
                .map(part -> part.text().isEmpty() ? Json.write(part.json()) : part.text())
                .collect(Collectors.joining(", "));
        return reason.isEmpty() ? "" : ": " + reason.substring(0, Math.min(reason.length(), REASON_LENGTH_MAX));
    }
}
