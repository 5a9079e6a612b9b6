package openproton.git.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import openproton.git.GitException;
import org.junit.jupiter.api.Test;

class HostFailureTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    /// The words are those of GitHub's documentation on rate limits.
    @Test
    void aSecondaryRateLimitThatIsToldInWordsAloneEndsAfterAMinute() {
        assertThat(forbidden(
                        "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."))
                .isInstanceOfSatisfying(
                        GitException.Unreachable.class,
                        limit -> assertThat(limit.retryAt()).contains(NOW.plus(Duration.ofMinutes(1))));
    }

    @Test
    void whatATokenMayNotDoIsRefused() {
        assertThat(forbidden("Resource not accessible by personal access token"))
                .isInstanceOf(GitException.Refused.class);
    }

    private static GitException forbidden(String message) {
        var headers = HttpHeaders.of(Map.of(), (_, _) -> true);
        return new HostFailure("https://api.github.com/repos/o/r/pulls", 403, headers)
                .exception(new JsonAnswer(Map.of("message", message)), NOW);
    }
}
