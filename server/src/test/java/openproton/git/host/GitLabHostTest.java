package openproton.git.host;

import openproton.git.HostKind;

class GitLabHostTest extends ApiHostContract {
    @Override
    HostKind kind() {
        return HostKind.GITLAB;
    }
}
