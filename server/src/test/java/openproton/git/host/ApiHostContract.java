package openproton.git.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import openproton.git.GitException;
import org.junit.jupiter.api.Test;

/// What hosts with an API promise beside the contract of all.
abstract class ApiHostContract extends HostContract {

    @Test
    void aRateLimitSaysWhenToComeAgain() {
        world.limitApi(429, Map.of("Retry-After", "90"));

        assertThatExceptionOfType(GitException.Unreachable.class)
                .isThrownBy(() -> host.check(world.name()))
                .satisfies(e -> assertThat(e.retryAt()).contains(NOW.plus(Duration.ofSeconds(90))));
    }

    @Test
    void aRateLimitThatLooksLikeARefusalIsNone() {
        var reset = NOW.plus(Duration.ofMinutes(20));
        world.limitApi(
                403, Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", String.valueOf(reset.getEpochSecond())));

        assertThatExceptionOfType(GitException.Unreachable.class)
                .isThrownBy(() -> host.check(world.name()))
                .satisfies(e -> assertThat(e.retryAt()).contains(reset));
    }

    @Test
    void whatIsForbiddenIsRefusedWithTheReasonOfTheHost() {
        world.limitApi(403, Map.of());

        assertThatExceptionOfType(GitException.Refused.class)
                .isThrownBy(() -> host.check(world.name()))
                .withMessageContaining("not now");
    }

    @Test
    void redirectsAreNotFollowed() {
        world.limitApi(301, Map.of("Location", "http://127.0.0.1:1/elsewhere"));

        assertThatExceptionOfType(GitException.NotThere.class)
                .isThrownBy(() -> host.check(world.name()))
                .withMessageContaining("was moved");
    }

    @Test
    void anAnswerThatIsNoPullRequestTellsNothing() {
        ProposedBranch branch = push("prod/main.tf", "one");
        PullRequest opened = host.open(branch, "Change prod", "All of it.");

        world.limitApi(200, Map.of());
        assertThatExceptionOfType(GitException.Unreachable.class).isThrownBy(() -> host.look(branch, opened.id()));
        world.comeBack();

        assertThat(host.look(branch, opened.id())).isEqualTo(opened);
    }

    @Test
    void aTitleThatIsTooLongIsCut() {
        ProposedBranch branch = push("prod/main.tf", "one");

        host.open(branch, "x".repeat(256), "All of it.");

        assertThat(world.shown(branch.branch())).isEqualTo("x".repeat(254) + "…\n\nAll of it.");
    }

    @Test
    void aBodyThatIsTooLongIsCut() {
        ProposedBranch branch = push("prod/main.tf", "one");

        host.open(branch, "Change prod", "x".repeat(600_000));

        assertThat(world.shown(branch.branch())).endsWith("x\n\n… (cut)").hasSizeLessThan(600_000);
    }
}
