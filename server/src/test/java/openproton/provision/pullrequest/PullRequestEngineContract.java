package openproton.provision.pullrequest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.git.HostKind;
import openproton.provision.Engine;
import openproton.provision.EngineContract;
import openproton.provision.Order;
import openproton.provision.Plan;
import openproton.provision.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the engine promises at every kind of host. An order that provisions ends well only by a notification, so that
/// the orders which end by themselves are those that remove.
abstract class PullRequestEngineContract extends EngineContract {
    private static final String ID = "0f7d1f0e-5f0a-4d4e-9a0c-000000000001";

    @TempDir
    Path folder;

    private final Map<String, Reviewer> reviewers = new HashMap<>();
    PullRequestWorld world;

    /// What people do with a proposal as soon as they see it.
    private enum Reviewer {
        MERGES,
        REJECTS
    }

    abstract HostKind kind();

    @BeforeEach
    void open() {
        world = new PullRequestWorld(folder, kind());
    }

    @AfterEach
    void close() {
        world.close();
    }

    /// Time passes, and reviewers do their work, whenever the engine is looked at.
    @Override
    protected Engine engine() {
        world.pass(Duration.ofMinutes(2));
        reviewers.forEach(this::review);
        return world.engine();
    }

    private void review(String deploymentId, Reviewer reviewer) {
        if (world.engine().resource(deploymentId).isPresent()
                && world.engine().look(deploymentId) instanceof Progress.Running) {
            switch (reviewer) {
                case MERGES -> world.host.merge(world.branch(deploymentId));
                case REJECTS -> world.host.reject(world.branch(deploymentId));
            }
            world.pass(Duration.ofMinutes(2));
        }
    }

    @Override
    protected void restart() {
        world.restart();
    }

    @Override
    protected Order succeeding(String deploymentId) {
        reviewers.put(deploymentId, Reviewer.MERGES);
        return world.order(deploymentId, Order.Action.DEPROVISION);
    }

    @Override
    protected Order failing(String deploymentId) {
        reviewers.put(deploymentId, Reviewer.REJECTS);
        return world.order(deploymentId, Order.Action.DEPROVISION);
    }

    @Override
    protected Order endless(String deploymentId) {
        return world.order(deploymentId, Order.Action.PROVISION);
    }

    @Override
    protected String reason() {
        return "closed without being merged";
    }

    @Override
    protected int built(String deploymentId) {
        return world.host.opened();
    }

    @Test
    void aProposalIsOneBranchAndOnePullRequest() {
        world.engine().start(world.order(ID, Order.Action.PROVISION));

        assertThat(world.host.opened()).isEqualTo(1);
        assertThat(world.host.shown(world.branch(ID))).isEqualTo("Update requested for Proton - prod\n\nWhat changes.");
        assertThat(world.host.repository().paths(world.branch(ID)))
                .containsExactly("README.md", "prod/.proton/deployment-metadata.json", "prod/main.tf");
        assertThat(world.log(ID)).contains("waiting until it is merged or closed");
        assertThat(world.engine().resource(ID)).hasValueSatisfying(resource -> {
            assertThat(resource.name()).isEqualTo("prod");
            assertThat(resource.identifier()).contains("platform/infra");
            assertThat(resource.engine()).isEqualTo("TERRAFORM");
        });
    }

    @Test
    void aMergeLeavesTheRestToTheAutomation() {
        world.engine().start(world.order(ID, Order.Action.PROVISION));

        String commit = world.host.merge(world.branch(ID));

        expectWait(world.look(ID), "was merged as");
        assertThat(world.log(ID))
                .containsOnlyOnce("merged as %s; waiting for the automation to report".formatted(commit));
        world.restart();
        world.host.goDown();
        expectWait(world.look(ID), "was merged as");
        assertThat(world.log(ID)).containsOnlyOnce("merged as");
        assertThat(world.engine().resource(ID)).isPresent();
    }

    @Test
    void aRemovalEndsWithTheMerge() {
        world.engine().start(world.order(ID, Order.Action.DEPROVISION));
        world.host.merge(world.branch(ID));

        assertThat(world.look(ID))
                .isInstanceOfSatisfying(
                        Progress.Finished.class,
                        finished -> assertThat(finished.resources())
                                .isEqualTo(List.of(world.engine().resource(ID).orElseThrow())));
    }

    @Test
    void aProposalThatIsRejectedIsCancelled() {
        world.engine().start(world.order(ID, Order.Action.PROVISION));
        world.host.reject(world.branch(ID));

        assertThat(world.look(ID)).isEqualTo(new Progress.Cancelled());
    }

    @Test
    void whatWasMergedCannotBeCancelled() {
        world.engine().start(world.order(ID, Order.Action.PROVISION));
        String commit = world.host.merge(world.branch(ID));

        world.engine().cancel(ID);

        assertThat(world.look(ID))
                .isInstanceOfSatisfying(
                        Progress.Broken.class,
                        broken -> assertThat(broken.why())
                                .contains("merged as %s before it could be closed".formatted(commit)));
    }

    @Test
    void whatIsCancelledLeavesNoBranch() {
        world.engine().start(world.order(ID, Order.Action.PROVISION));

        world.engine().cancel(ID);

        assertThat(world.look(ID)).isEqualTo(new Progress.Cancelled());
        assertThat(world.host.repository().branches()).containsExactly("main");
    }

    @Test
    void whatIsSettledBeforeTheMergeIsClosed() {
        world.engine().start(world.order(ID, Order.Action.PROVISION));

        assertThat(world.engine().takeBack(ID)).isTrue();

        assertThat(world.host.repository().branches()).containsExactly("main");
        assertThat(world.log(ID)).containsOnlyOnce("closed without being merged");
    }

    @Test
    void whatIsSettledAfterTheMergeStays() {
        world.engine().start(world.order(ID, Order.Action.PROVISION));
        String commit = world.host.merge(world.branch(ID));

        assertThat(world.engine().takeBack(ID)).isTrue();
        assertThat(world.engine().takeBack(ID)).isTrue();

        assertThat(world.host.repository().head("main")).isEqualTo(commit);
        assertThat(world.log(ID)).containsOnlyOnce("merged as " + commit);
    }

    @Test
    void aHostThatIsDownDelaysTheSettling() {
        world.engine().start(world.order(ID, Order.Action.DEPROVISION));
        world.host.goDown();
        assertThat(world.engine().takeBack(ID)).isFalse();
        world.restart();
        assertThat(world.engine().takeBack(ID)).isFalse();

        world.host.comeBack();
        world.pass(Duration.ofMinutes(2));

        assertThat(world.engine().takeBack(ID)).isTrue();
        assertThat(world.host.repository().branches()).containsExactly("main");
    }

    @Test
    void aHostThatRefusesEndsTheSettling() {
        world.engine().start(world.order(ID, Order.Action.PROVISION));
        world.restart("wrong-token");

        assertThat(world.engine().takeBack(ID)).isTrue();

        assertThat(world.log(ID)).containsOnlyOnce("The pull request could not be closed");
    }

    @Test
    void aHostThatIsDownDelaysAProposal() {
        world.host.goDown();
        world.engine().start(world.order(ID, Order.Action.PROVISION));
        expectWait(world.look(ID), "will be retried");
        expectWait(world.look(ID), "will be retried");
        assertThat(world.log(ID)).containsOnlyOnce("will be retried");
        world.restart();
        expectWait(world.look(ID), "will be retried");

        world.host.comeBack();

        expectWait(world.look(ID), "Waiting until ");
        assertThat(world.host.opened()).isEqualTo(1);
        assertThat(world.host.repository().text(world.branch(ID), "prod/main.tf"))
                .contains("terraform_data");
    }

    @Test
    void aHostThatIsDownDelaysTheEnd() {
        world.engine().start(world.order(ID, Order.Action.DEPROVISION));
        world.host.merge(world.branch(ID));
        world.host.goDown();
        expectWait(world.look(ID), "will be retried");
        assertThat(world.log(ID)).contains("will be retried");

        world.host.comeBack();

        assertThat(world.look(ID)).isInstanceOf(Progress.Finished.class);
    }

    @Test
    void aHostThatIsDownDelaysTheCancel() {
        world.engine().start(world.order(ID, Order.Action.PROVISION));
        world.host.goDown();
        world.engine().cancel(ID);
        expectWait(world.look(ID), "will be retried");

        world.host.comeBack();

        assertThat(world.look(ID)).isEqualTo(new Progress.Cancelled());
    }

    @Test
    void whatNeverReachedTheHostIsCancelledWithoutIt() {
        world.host.goDown();
        world.engine().start(world.order(ID, Order.Action.PROVISION));

        world.engine().cancel(ID);

        assertThat(world.look(ID)).isEqualTo(new Progress.Cancelled());
    }

    @Test
    void aWrongTokenIsToldAtOnce() {
        world.restart("wrong-token");

        world.engine().start(world.order(ID, Order.Action.PROVISION));

        assertThat(world.look(ID))
                .isInstanceOfSatisfying(
                        Progress.Broken.class,
                        broken -> assertThat(broken.why())
                                .contains("The pull request could not be opened")
                                .contains("refuses the connection's")
                                .doesNotContain("wrong-token"));
    }

    @Test
    void aTokenThatGoesWrongLaterOnlyDelays() {
        world.engine().start(world.order(ID, Order.Action.DEPROVISION));
        world.restart("wrong-token");
        expectWait(world.look(ID), "will be retried");
        assertThat(world.log(ID)).contains("refuses the connection's");

        world.host.merge(world.branch(ID));
        world.restart();

        assertThat(world.look(ID)).isInstanceOf(Progress.Finished.class);
    }

    @Test
    void aTryThatWasCutOffIsFoundAgain() {
        var order = world.order(ID, Order.Action.PROVISION);
        world.engine().start(order);
        world.cutOffAfterPush(ID, order.files());

        expectWait(world.look(ID), "Waiting until ");

        assertThat(world.host.opened()).isEqualTo(1);
        assertThat(world.engine().resource(ID)).isPresent();
    }

    @Test
    void aTryThatWasCutOffAndMergedIsNotProposedAgain() {
        var order = world.order(ID, Order.Action.DEPROVISION);
        world.engine().start(order);
        String branch = world.branch(ID);
        world.cutOffAfterPush(ID, order.files());
        world.host.merge(branch);
        world.host.repository().delete(branch);

        assertThat(world.look(ID)).isInstanceOf(Progress.Finished.class);
        assertThat(world.host.repository().branches()).containsExactly("main");
    }

    @Test
    void aTryThatWasCutOffIsTakenBackWhenItIsCancelled() {
        var order = world.order(ID, Order.Action.PROVISION);
        world.engine().start(order);
        String branch = world.branch(ID);
        world.cutOffAfterPush(ID, order.files());

        world.engine().cancel(ID);

        assertThat(world.look(ID)).isEqualTo(new Progress.Cancelled());
        world.host.repository().commit(Map.of("other.txt", "x"));
        assertThat(world.host.repository().paths("main")).doesNotContain("prod/main.tf");
        assertThat(branch).contains(kind() == HostKind.GIT ? "openproton/" + ID : "proton--proton-environment-");
    }

    @Test
    void aTargetThatMovedIntoTheWayIsToldOnce() {
        world.host.repository().commit(Map.of("prod/main.tf", "by hand"));
        world.engine().start(world.order(ID, Order.Action.PROVISION));
        world.host.repository().commit(Map.of("prod/main.tf", "by another hand"));

        world.look(ID);
        world.look(ID);

        if (tellsConflicts()) {
            assertThat(world.log(ID)).containsOnlyOnce("cannot be merged");
        }
        expectWait(world.engine().look(ID), tellsConflicts() ? "resolve its conflicts" : "Waiting until ");
    }

    private static void expectWait(Progress progress, String what) {
        assertThat(progress)
                .isInstanceOfSatisfying(
                        Progress.Running.class,
                        running -> assertThat(running.waitsFor())
                                .hasValueSatisfying(text -> assertThat(text).contains(what)));
    }

    boolean tellsConflicts() {
        return true;
    }

    @Test
    void aHostIsAskedSeldomUnlessANoticeWakesTheEngine() {
        world.engine().start(world.order(ID, Order.Action.DEPROVISION));
        world.look(ID);
        world.host.merge(world.branch(ID));
        expectWait(world.engine().look(ID), "Waiting until ");

        world.engine().wake("platform/other");
        expectWait(world.engine().look(ID), "Waiting until ");
        world.engine().wake("Platform/infra");

        assertThat(world.engine().look(ID)).isInstanceOf(Progress.Finished.class);
    }

    @Test
    void aPlanIsLeftToTheAutomation() {
        assertThat(world.engine().plan(world.order(ID, Order.Action.PROVISION))).isInstanceOf(Plan.Unknown.class);
        assertThat(world.engine().resource(ID)).isEqualTo(Optional.empty());
        assertThat(world.host.opened()).isZero();
    }
}
