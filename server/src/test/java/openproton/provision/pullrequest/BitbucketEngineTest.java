package openproton.provision.pullrequest;

import openproton.git.HostKind;

class BitbucketEngineTest extends PullRequestEngineContract {
    @Override
    HostKind kind() {
        return HostKind.BITBUCKET;
    }

    @Override
    boolean tellsConflicts() {
        return false;
    }
}
