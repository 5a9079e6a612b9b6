package openproton.provision.pullrequest;

import openproton.git.HostKind;

class PullRequestEngineTest extends PullRequestEngineContract {
    @Override
    HostKind kind() {
        return HostKind.GIT;
    }
}
