package openproton.git.host;

import openproton.git.HostKind;

class BitbucketHostTest extends ApiHostContract {
    @Override
    HostKind kind() {
        return HostKind.BITBUCKET;
    }

    @Override
    boolean tellsConflicts() {
        return false;
    }
}
