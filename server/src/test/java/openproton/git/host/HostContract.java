package openproton.git.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import openproton.base.FileTree;
import openproton.git.FileChange;
import openproton.git.GitConnections;
import openproton.git.GitException;
import openproton.git.GitRepository;
import openproton.git.HostKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every host promises, over real git and the host's own words for pull requests.
abstract class HostContract {
    static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final String BRANCH = "openproton/some-deployment";

    @TempDir
    Path folder;

    TestHost world;
    Host host;
    private GitRepository repository;

    abstract HostKind kind();

    @BeforeEach
    void open() {
        world = new TestHost(folder.resolve("host"), kind());
        GitConnections connections = world.connections(folder.resolve("data"), TestHost.TOKEN);
        host = world.host(connections, () -> NOW);
        repository = connections.repository(TestHost.ARN, world.name());
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anOpenedPullRequestIsOpenAndShowsWhatItChanges() {
        ProposedBranch branch = push("prod/main.tf", "one");

        PullRequest opened = host.open(branch, "Change prod", "All of it.");

        assertThat(opened.state()).isEqualTo(new PullRequest.Open(false));
        assertThat(opened.url()).contains("platform/infra");
        assertThat(host.look(branch, opened.id())).isEqualTo(opened);
        assertThat(world.shown(BRANCH)).isEqualTo("Change prod\n\nAll of it.");
    }

    @Test
    void openingTwiceOpensOne() {
        ProposedBranch branch = push("prod/main.tf", "one");

        PullRequest first = host.open(branch, "Change prod", "All of it.");

        assertThat(host.open(branch, "Change prod", "All of it.").id()).isEqualTo(first.id());
        assertThat(world.opened()).isEqualTo(1);
    }

    @Test
    void whatWasMergedTellsItsCommit() {
        ProposedBranch branch = push("prod/main.tf", "one");
        PullRequest opened = host.open(branch, "Change prod", "All of it.");

        String head = world.merge(BRANCH);

        assertThat(host.look(branch, opened.id()).state()).isEqualTo(new PullRequest.Merged(head));
        assertThat(host.find(branch).orElseThrow().state()).isEqualTo(new PullRequest.Merged(head));
    }

    @Test
    void whatSomebodyClosesIsClosed() {
        ProposedBranch branch = push("prod/main.tf", "one");
        PullRequest opened = host.open(branch, "Change prod", "All of it.");

        world.reject(BRANCH);

        assertThat(host.look(branch, opened.id()).state()).isEqualTo(new PullRequest.Closed());
    }

    @Test
    void closingClosesWithoutMerging() {
        ProposedBranch branch = push("prod/main.tf", "one");
        PullRequest opened = host.open(branch, "Change prod", "All of it.");

        host.close(branch, opened.id());

        assertThat(host.look(branch, opened.id()).state()).isEqualTo(new PullRequest.Closed());
        assertThat(world.repository().paths("main")).doesNotContain("prod/main.tf");
    }

    @Test
    void aTargetThatMovedIntoTheWayIsTold() {
        world.repository().commit(Map.of("prod/main.tf", "zero"));
        ProposedBranch branch = push("prod/main.tf", "one");
        PullRequest opened = host.open(branch, "Change prod", "All of it.");

        world.repository().commit(Map.of("prod/main.tf", "two"));

        assertThat(host.look(branch, opened.id()).state()).isEqualTo(new PullRequest.Open(tellsConflicts()));
    }

    boolean tellsConflicts() {
        return true;
    }

    @Test
    void aBranchWithoutPullRequestHasNone() {
        var branch = new ProposedBranch(
                world.name(), "never/pushed", "main", "0123456789012345678901234567890123456789", "prod/main.tf");

        assertThat(host.find(branch)).isEmpty();
    }

    @Test
    void aHostThatIsDownIsUnreachableUntilItComesBack() {
        ProposedBranch branch = push("prod/main.tf", "one");
        PullRequest opened = host.open(branch, "Change prod", "All of it.");

        world.goDown();
        assertThatExceptionOfType(GitException.Unreachable.class).isThrownBy(() -> host.look(branch, opened.id()));
        world.comeBack();

        assertThat(host.look(branch, opened.id())).isEqualTo(opened);
    }

    @Test
    void aWrongTokenIsRefusedAndNeverShown() {
        Host stranger = world.host(world.connections(folder.resolve("other"), "wrong-token"), () -> NOW);

        assertThatExceptionOfType(GitException.Refused.class)
                .isThrownBy(() -> stranger.check(world.name()))
                .withMessageContaining("platform/infra")
                .withMessageNotContaining("wrong-token");
    }

    @Test
    void aRepositoryThatIsNotThereIsMissing() {
        host.check(world.name());

        assertThatExceptionOfType(GitException.NotThere.class)
                .isThrownBy(() -> host.check("platform/nothing"))
                .withMessageContaining("platform/nothing");
    }

    final ProposedBranch push(String path, String text) {
        String head = repository.head("main").orElseThrow();
        var files = new TreeMap<String, FileTree.Entry>();
        files.putAll(FileTree.EMPTY.with(path, text).files());
        var change = new FileChange(head, new FileTree(files), Set.of(), "Change prod\n\nAll of it.", NOW);
        String commit = repository.commit(change);
        repository.push(commit, BRANCH);
        return new ProposedBranch(world.name(), BRANCH, "main", commit, path);
    }
}
