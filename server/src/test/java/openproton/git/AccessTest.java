package openproton.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {
    /// As Bitbucket documents it: access tokens of a repository go without a person, API tokens with the person's email
    /// address to the API, and with a fixed name to git.
    @ParameterizedTest
    @CsvSource({
        "BITBUCKET, , x-token-auth",
        "BITBUCKET, dev@example.org, x-bitbucket-api-token-auth",
        "BITBUCKET, dev, dev",
        "GITHUB, , x-access-token",
        "GITLAB, , oauth2",
        "GIT, dev@example.org, dev@example.org"
    })
    void whoComesWithATokenFollowsFromTheHost(HostKind kind, String user, String expected) {
        var address = new Connection.Address(URI.create("https://git.example.org"), Optional.empty());
        var credentials = new Connection.Credentials(Optional.ofNullable(user), Optional.empty(), Optional.empty());
        var connection = new Connection(
                "main",
                kind,
                address,
                credentials,
                Optional.empty(),
                new Connection.Offer("BITBUCKET", Optional.empty()));

        assertThat(Access.of(connection).user()).contains(expected);
    }
}
