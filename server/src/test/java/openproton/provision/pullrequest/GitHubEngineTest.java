package openproton.provision.pullrequest;

import openproton.git.HostKind;

class GitHubEngineTest extends PullRequestEngineContract {
    @Override
    HostKind kind() {
        return HostKind.GITHUB;
    }
}
