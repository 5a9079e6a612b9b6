package openproton.provision.pullrequest;

import openproton.git.Connection;
import openproton.git.GitConnections;
import openproton.git.GitRepository;
import openproton.git.HostKind;
import openproton.git.host.Host;
import openproton.git.host.Hosts;
import openproton.git.host.ProposedBranch;

/// One order with its repository and git host.
///
/// @param branch the source branch of the pull request
/// @param plain whether the host has only git, so that the commit message must hold the text of the pull request
record PullRequestContext(PullRequestOrder order, GitRepository repository, Host host, String branch, boolean plain) {

    static PullRequestContext of(PullRequestOrder order, GitConnections connections, Hosts hosts) {
        String arn = order.place().connectionArn();
        Connection connection = connections.find(arn);
        boolean plain = connection.kind() == HostKind.GIT;
        return new PullRequestContext(
                order,
                connections.repository(arn, order.place().repository()),
                hosts.of(arn),
                plain ? order.branchAlone() : order.branchOfPullRequest(),
                plain);
    }

    /// The metadata file names the deployment. So its presence on the target branch shows that the branch was merged,
    /// even if squashed.
    ProposedBranch proposed(String folder, String commit) {
        String mark = folder + "/" + ResourceFolder.METADATA;
        return new ProposedBranch(
                order.place().repository(), branch, order.place().branch(), commit, mark);
    }
}
