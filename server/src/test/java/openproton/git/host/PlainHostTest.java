package openproton.git.host;

import static org.assertj.core.api.Assertions.assertThat;

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
}
