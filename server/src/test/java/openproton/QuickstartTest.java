package openproton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first five minutes: a real server, real builds, real web pages.
class QuickstartTest {
    private static final Pattern PAGE = Pattern.compile("(blue|green) +(http://127\\.0\\.0\\.1:\\d+/)");
    private static final String LAUNCHER = "openproton.launcher";

    @TempDir
    private Path folder = Path.of("");

    /// Builds notify with the classes of this test's process, so that nothing has to be packaged.
    @BeforeEach
    void writeLauncher() throws IOException {
        Path launcher = folder.resolve("openproton");
        Files.writeString(
                launcher,
                "#!/bin/sh\nexec '%s/bin/java' -XX:TieredStopAtLevel=1 -cp '%s' openproton.Main \"$@\"\n"
                        .formatted(System.getProperty("java.home"), System.getProperty("java.class.path")));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        System.setProperty(LAUNCHER, launcher.toString());
    }

    @AfterEach
    void forgetLauncher() {
        System.clearProperty(LAUNCHER);
    }

    @Test
    void deploysPicksUpWhereItWasAndCleansUp() throws IOException {
        var stage = new Stage(folder, Map.of());

        var first = stage.plays("quickstart", "--data", "data", "--port", "0", "--once");
        assertThat(first.status()).as(first.problems()).isZero();
        assertThat(first.results()).contains("| The page 'Hello from blue' is served at", "aws proton list-services");
        URI blue = page(first.results());
        assertThat(read(blue)).contains("<h1>Hello from ");

        var second = stage.plays("quickstart", "--data", "data", "--port", "0", "--once");
        assertThat(second.status()).as(second.problems()).isZero();
        assertThat(second.problems()).contains("The environment exists already", "The service exists already");

        var end = stage.plays("quickstart", "--data", "data", "--port", "0", "--clean-up");
        assertThat(end.status()).as(end.problems()).isZero();
        assertThat(read(blue)).isEmpty();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    private static URI page(String results) {
        var page = PAGE.matcher(results);
        assertThat(page.find()).as(results).isTrue();
        return URI.create(page.group(2));
    }

    /// The page; empty when nobody serves it.
    private static String read(URI page) {
        try {
            var request = (HttpURLConnection) page.toURL().openConnection();
            return new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException nobody) {
            return "";
        }
    }
}
