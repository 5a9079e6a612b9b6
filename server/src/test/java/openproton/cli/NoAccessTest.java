package openproton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands that reach no server end with status 3 and say what to do.
class NoAccessTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void withoutAnAnswerTheMessageSaysHowToStartAServer() throws IOException {
        int port = unusedPort();
        var variables = Map.of("AWS_ACCESS_KEY_ID", "AKID", "AWS_SECRET_ACCESS_KEY", "secret");

        var called = CalledCommand.in(folder, variables, "status", "--endpoint", "http://127.0.0.1:" + port);

        assertThat(called.status()).isEqualTo(3);
        assertThat(called.err())
                .isEqualToNormalizingNewlines(
                        "openproton: no server answers at http://127.0.0.1:%d; start one with 'openproton serve', or name another with --endpoint\n"
                                .formatted(port));
    }

    @Test
    void withoutAnAccessKeyTheMessageNamesThePlacesForOne() {
        var called = CalledCommand.in(folder, Map.of(), "status");

        assertThat(called.status()).isEqualTo(3);
        assertThat(called.err())
                .contains(
                        "no access key found",
                        folder.resolve("data/credentials").toString())
                .contains("AWS_SHARED_CREDENTIALS_FILE", "AWS_ACCESS_KEY_ID");
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
