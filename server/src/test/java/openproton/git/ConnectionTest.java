package openproton.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "GITHUB, https://github.com, https://api.github.com, https://github.com/o/r.git",
        "GITHUB, https://git.example.org/, https://git.example.org/api/v3, https://git.example.org/o/r.git",
        "GITLAB, https://gitlab.com, https://gitlab.com/api/v4, https://gitlab.com/o/r.git",
        "BITBUCKET, https://bitbucket.org, https://api.bitbucket.org/2.0, https://bitbucket.org/o/r.git",
        "GIT, ssh://git@git.example.org/srv, ssh://git@git.example.org/srv, ssh://git@git.example.org/srv/o/r",
        "GIT, file:///srv/git, file:///srv/git, file:///srv/git/o/r"
    })
    void whereTheApiAndARepositoryAreFollowsFromKindAndUrl(HostKind kind, String url, String api, String repository) {
        Connection connection = connection("main", kind, url);

        assertThat(connection.api()).isEqualTo(api);
        assertThat(connection.repositoryUrl("o/r")).isEqualTo(repository);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://somebody:token@github.com",
                "https://token@github.com",
                "ssh://git:password@github.com",
                "ftp://github.com",
                "github.com"
            })
    void aUrlThatHoldsCredentialsOrIsNotGitsIsRefusedAndNotRepeated(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> connection("main", HostKind.GIT, url))
                .withMessageNotContainingAny("token@", "password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://somebody:token@api.github.com", "https://token@api.github.com", "api.github.com"})
    void anApiThatHoldsCredentialsOrIsNotWebIsRefusedAndNotRepeated(String api) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Connection.Address(URI.create("https://github.com"), Optional.of(URI.create(api))))
                .withMessageStartingWith("the API of a connection")
                .withMessageNotContaining("token@");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../etc", "o/../../x", "/o/r", "o//r", "", "o/r?x", "o/r#x", "o/."})
    void aNameThatLeavesTheHostIsNoRepository(String name) {
        Connection connection = connection("main", HostKind.GIT, "file:///srv/git");

        assertThatExceptionOfType(GitException.NotThere.class).isThrownBy(() -> connection.repositoryUrl(name));
    }

    @Test
    void anArnNamesAConnectionByItsEnd() {
        Connection main = connection("main", HostKind.GITHUB, "https://github.com");
        Connection other = connection("other", HostKind.GITHUB, "https://github.com");
        var connections = new GitConnections(List.of(main, other), folder);

        assertThat(connections.find("arn:aws:codestar-connections:eu-west-1:000000000000:connection/main"))
                .isEqualTo(main);
        assertThat(connections.find("arn:aws:codeconnections:eu-west-1:000000000000:connection/other"))
                .isEqualTo(other);
        assertThatExceptionOfType(GitException.NotThere.class)
                .isThrownBy(() -> connections.find("arn:aws:codeconnections:eu-west-1:000000000000:connection/none"))
                .withMessage("No connection 'none' is configured; configured: main, other");
    }

    @Test
    void aSecretIsReadWhenItIsUsedAndNeverShown() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "first\n");
        var inFile = new Secret.InFile(file);
        assertThat(inFile.read()).isEqualTo("first");
        Files.writeString(file, "second\n");

        assertThat(inFile.read()).isEqualTo("second");
        assertThat(new Secret.InVariable("TOKEN", Map.of("TOKEN", "third")).toString())
                .doesNotContain("third");
        Files.delete(file);
        assertThatExceptionOfType(GitException.Refused.class)
                .isThrownBy(inFile::read)
                .withMessageContaining(file.toString());
    }

    private static Connection connection(String name, HostKind kind, String url) {
        var address = new Connection.Address(URI.create(url), Optional.empty());
        return new Connection(
                name,
                kind,
                address,
                Connection.Credentials.NONE,
                Optional.empty(),
                new Connection.Offer("GITHUB", Optional.empty()));
    }
}
