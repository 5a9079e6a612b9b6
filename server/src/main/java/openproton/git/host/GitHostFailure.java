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

/// An answer with an HTTP status other than success.
///
/// @param url the address of the request, without its query
record GitHostFailure(String url, int status, HttpHeaders headers) {
    private static final int REASON_LENGTH_MAX = 500;

    /// The pause that GitHub recommends where a secondary rate limit names no time.
    private static final Duration LIMIT_WITHOUT_TIME = Duration.ofMinutes(1);

    GitException exception(GitHostReply answer, Instant now) {
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
            case 409, 422 -> new GitException.Moved("%s refused the request (%s)".formatted(url, said));
            default -> new GitException.Refused("%s refused the request (%s)".formatted(url, said));
        };
    }

    /// GitHub also answers 403 for rate limits, with the remaining requests or the time of the next one.
    private boolean isRateLimit() {
        boolean none =
                headers.firstValue("x-ratelimit-remaining").filter("0"::equals).isPresent();
        boolean later = headers.firstValue("retry-after").isPresent();
        return status == 429 || (status == 403 && (none || later));
    }

    /// Some of GitHub's secondary rate limits show only in the message.
    private boolean isRateLimitInWords(GitHostReply answer) {
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
    private static String reason(GitHostReply answer) {
        String reason = Stream.of(answer.at("message"), answer.at("error"), answer.at("errors"))
                .filter(part -> !part.isNothing())
                .map(part -> part.text().isEmpty() ? Json.write(part.json()) : part.text())
                .collect(Collectors.joining(", "));
        return reason.isEmpty() ? "" : ": " + reason.substring(0, Math.min(reason.length(), REASON_LENGTH_MAX));
    }
}
