package openproton.provision.pullrequest;

import openproton.git.HostKind;

class GitLabEngineTest extends PullRequestEngineContract {
    @Override
    HostKind kind() {
        return HostKind.GITLAB;
    }
}
