package openproton.git.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import openproton.git.HostKind;
import org.junit.jupiter.api.Test;

class PlainHostTest extends HostContract {
    @Override
    HostKind kind() {
        return HostKind.GIT;
    }

    @Test
    void aBranchThatWasMergedAndDeletedIsMerged() {
        ProposedBranch branch = push("prod/main.tf", "one");
        PullRequest opened = host.open(branch, "Change prod", "All of it.");

        world.merge(branch.branch());
        world.reject(branch.branch());

        assertThat(host.look(branch, opened.id()).state()).isInstanceOf(PullRequest.Merged.class);
    }

    @Test
    void aBranchThatWasSquashedAndDeletedIsMerged() {
        ProposedBranch branch = push("prod/main.tf", "one");
        PullRequest opened = host.open(branch, "Change prod", "All of it.");

        String head = world.repository().squash(branch.branch());
        world.reject(branch.branch());

        assertThat(host.look(branch, opened.id()).state()).isEqualTo(new PullRequest.Merged(head));
    }

    @Test
    void aBranchThatWasSquashedIsMergedThoughItsFilesChangedSince() {
        ProposedBranch branch = push("prod/main.tf", "one");
        PullRequest opened = host.open(branch, "Change prod", "All of it.");

        world.repository().squash(branch.branch());
        String head = world.repository().commit(Map.of("prod/main.tf", "formatted"));
        assertThat(host.look(branch, opened.id()).state()).isEqualTo(new PullRequest.Merged(head));

        world.reject(branch.branch());
        assertThat(host.look(branch, opened.id()).state()).isEqualTo(new PullRequest.Merged(head));
    }
}
