package openproton.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;

class GitOverFileTest extends GitRepositoryContract {
    @Override
    Connection connection() {
        var address = new Connection.Address(folder.resolve("host").toUri(), Optional.empty());
        return new Connection(
                "main",
                HostKind.GIT,
                address,
                Connection.Credentials.NONE,
                Optional.empty(),
                new Connection.Offer("GITHUB", Optional.empty()));
    }

    @Test
    void filesThatAreTooLargeTogetherAreRefused() {
        there.commit(Map.of("a", "12345", "b", "12345"));
        var remote = new Remote(connection().repositoryUrl(NAME), Access.of(connection()));
        var mirror = new Mirror(folder.resolve("copy"));
        ObjectId head = mirror.use(copy -> remote.fetch(copy, "main")).orElseThrow();

        assertThat(mirror.use(copy -> new Trees(copy, 10).files(head, path -> path.length() == 1))
                        .files())
                .hasSize(2);
        assertThatExceptionOfType(GitException.Refused.class)
                .isThrownBy(() -> mirror.use(copy -> new Trees(copy, 9).files(head, path -> path.length() == 1)))
                .withMessageContaining("larger than 9 bytes");
    }
}
