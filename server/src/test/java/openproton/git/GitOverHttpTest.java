package openproton.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GitOverHttpTest extends GitRepositoryContract {
    private static final String TOKEN = "right-token-of-somebody";
    private GitOverHttp git;
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        git = new GitOverHttp(folder.resolve("host"), "/git", TOKEN);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/git", git);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Override
    Connection connection() {
        return connection(TOKEN);
    }

    private Connection connection(String token) {
        String host = server.getAddress().getHostString();
        var url = URI.create(
                "http://%s:%d/git/".formatted(host, server.getAddress().getPort()));
        var credentials = new Connection.Credentials(
                Optional.of("somebody"),
                Optional.of(new Secret.InVariable("TOKEN", Map.of("TOKEN", token))),
                Optional.empty());
        var address = new Connection.Address(url, Optional.empty());
        return new Connection(
                "main",
                HostKind.GIT,
                address,
                credentials,
                Optional.empty(),
                new Connection.Offer("GITHUB", Optional.empty()));
    }

    private GitRepository repository(Connection connection) {
        return new GitConnections(List.of(connection), folder.resolve("other")).repository("connection/main", NAME);
    }

    @Test
    void aWrongTokenIsRefusedAndNeverShown() {
        assertThatExceptionOfType(GitException.Refused.class)
                .isThrownBy(() -> repository(connection("wrong-token")).head("main"))
                .withMessageContaining("platform/infra.git")
                .withMessageNotContaining("wrong-token");
    }

    @Test
    void whatIsForbiddenIsRefused() {
        git.answerAlways(403);

        assertThatExceptionOfType(GitException.Refused.class)
                .isThrownBy(() -> repository().head("main"));
    }

    @Test
    void aTokenThatIsNotSetIsNamed() {
        assertThatExceptionOfType(GitException.Refused.class)
                .isThrownBy(() -> repository(connection("")).head("main"))
                .withMessageContaining("variable TOKEN");
    }

    @Test
    void aHostInTroubleIsUnreachableUntilItComesBack() {
        git.answerAlways(503);
        assertThatExceptionOfType(GitException.Unreachable.class)
                .isThrownBy(() -> repository().head("main"))
                .withMessageContaining("cannot be reached");

        git.answerAlways(0);

        assertThat(repository().head("main")).isPresent();
    }

    @Test
    void aHostThatIsNotThereIsUnreachable() {
        GitRepository here = repository();
        server.stop(0);

        assertThatExceptionOfType(GitException.Unreachable.class).isThrownBy(() -> here.head("main"));
    }
}
