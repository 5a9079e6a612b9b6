package openproton.git.host;

import openproton.git.HostKind;

class GitHubHostTest extends ApiHostContract {
    @Override
    HostKind kind() {
        return HostKind.GITHUB;
    }
}
