package openproton.provision.pullrequest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import openproton.git.HostKind;
import openproton.provision.Order;
import openproton.provision.Progress;
import org.junit.jupiter.api.Test;

class GitHubEngineTest extends PullRequestEngineContract {
    private static final String ID = "0f7d1f0e-5f0a-4d4e-9a0c-000000000002";

    @Override
    HostKind kind() {
        return HostKind.GITHUB;
    }

    @Test
    void anApiThatFailsAfterThePushIsAskedAgainForOnePullRequest() {
        world.host.limitApi(500, Map.of());
        world.engine().start(world.order(ID, Order.Action.PROVISION));
        assertThat(world.look(ID)).isInstanceOf(Progress.Running.class);
        String pushed = world.host.repository().head(world.branch(ID));

        world.host.comeBack();

        assertThat(world.look(ID)).isInstanceOf(Progress.Running.class);
        assertThat(world.host.opened()).isEqualTo(1);
        assertThat(world.host.repository().head(world.branch(ID))).isEqualTo(pushed);
    }

    @Test
    void anApiThatRefusesAfterThePushLeavesNoBranch() {
        world.host.limitApi(403, Map.of());

        world.engine().start(world.order(ID, Order.Action.PROVISION));

        assertThat(world.look(ID)).isInstanceOf(Progress.Broken.class);
        assertThat(world.log(ID)).contains("The pull request could not be opened");
        assertThat(world.host.repository().branches()).containsExactly("main");
    }

    @Test
    void aRateLimitIsKept() {
        world.engine().start(world.order(ID, Order.Action.DEPROVISION));
        world.host.limitApi(429, Map.of("Retry-After", "600"));
        assertThat(world.look(ID)).isInstanceOf(Progress.Running.class);
        assertThat(world.log(ID)).contains("will be retried from 2026-");
        world.host.comeBack();
        world.host.merge(world.branch(ID));

        world.pass(Duration.ofSeconds(590));
        assertThat(world.engine().look(ID)).isInstanceOf(Progress.Running.class);
        world.pass(Duration.ofSeconds(10));

        assertThat(world.engine().look(ID)).isInstanceOf(Progress.Finished.class);
    }
}
