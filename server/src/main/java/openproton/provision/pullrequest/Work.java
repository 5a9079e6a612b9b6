package openproton.provision.pullrequest;

import openproton.git.Connection;
import openproton.git.GitConnections;
import openproton.git.GitRepository;
import openproton.git.HostKind;
import openproton.git.host.Host;
import openproton.git.host.Hosts;
import openproton.git.host.ProposedBranch;

/// One order with the repository and the host it is proposed to.
///
/// @param branch the branch that is, or will be, proposed
/// @param plain whether there is git alone, so that a commit must tell what a pull request would
record Work(Job job, GitRepository repository, Host host, String branch, boolean plain) {

    static Work of(Job job, GitConnections connections, Hosts hosts) {
        String arn = job.place().connectionArn();
        Connection connection = connections.find(arn);
        boolean plain = connection.kind() == HostKind.GIT;
        return new Work(
                job,
                connections.repository(arn, job.place().repository()),
                hosts.of(arn),
                plain ? job.branchAlone() : job.branchOfPullRequest(),
                plain);
    }

    /// The metadata file names the deployment, so it shows that the proposal was taken, in whatever form.
    ProposedBranch proposed(String folder, String commit) {
        String mark = folder + "/" + ResourceFolder.METADATA;
        return new ProposedBranch(job.place().repository(), branch, job.place().branch(), commit, mark);
    }
}
