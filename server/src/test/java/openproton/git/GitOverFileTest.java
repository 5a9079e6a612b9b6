package openproton.git;

import java.util.Optional;

class GitOverFileTest extends GitRepositoryContract {
    @Override
    Connection connection() {
        var address = new Connection.Address(folder.resolve("host").toUri(), Optional.empty());
        return new Connection("main", HostKind.GIT, address, Connection.Credentials.NONE, Optional.empty(), "GITHUB");
    }
}
