package openproton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every shell script that people run, and the launcher as a whole.
class LauncherTest {
    @TempDir
    private Path folder = Path.of("");

    private static Stream<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.walk(Stage.HOME.resolve("templates"))) {
            List<Path> samples =
                    files.filter(file -> file.toString().endsWith(".sh")).toList();
            return Stream.concat(Stream.of(Stage.HOME.resolve("bin/openproton")), samples.stream());
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void everyScriptIsWhatAShellUnderstands(Path script) throws Exception {
        assertThat(run("sh", "-n", script.toString())).isEmpty();
        assertThat(script).isExecutable();
    }

    /// A copy of the launcher next to a class path that is there already, so that nothing is built.
    @Test
    void startsJavaThroughALinkFromAnyFolder() throws Exception {
        Files.createDirectories(folder.resolve("repository/bin"));
        Files.createDirectories(folder.resolve("repository/server/target"));
        Path launcher = Files.copy(Stage.HOME.resolve("bin/openproton"), folder.resolve("repository/bin/openproton"));
        Files.copy(Stage.HOME.resolve("bin/jdk"), folder.resolve("repository/bin/jdk"));
        Files.writeString(
                folder.resolve("repository/server/target/classpath"), System.getProperty("java.class.path") + "\n");
        Path link = Files.createSymbolicLink(folder.resolve("link"), launcher);

        assertThat(run(link.toString(), "--version")).contains("OpenProton " + version());
    }

    /// A server reads its classes when it first needs them, while somebody may build anew in the same folder.
    @Test
    void whatRunsIsNotWhatTheNextBuildWritesOver() throws Exception {
        Path target = Files.createDirectories(folder.resolve("repository/server/target"));
        Files.createDirectories(folder.resolve("repository/bin"));
        Path launcher = Files.copy(Stage.HOME.resolve("bin/openproton"), folder.resolve("repository/bin/openproton"));
        Files.copy(Stage.HOME.resolve("bin/jdk"), folder.resolve("repository/bin/jdk"));
        Path maven = Files.createDirectories(folder.resolve("tools")).resolve("mvn");
        Files.writeString(maven, """
            #!/bin/sh
            echo built > '%1$s/openproton-server-1.jar'
            printf '%%s' '%2$s' > '%1$s/dependencies'
            """.formatted(target, System.getProperty("java.class.path")));
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(run(
                        "env",
                        "PATH=" + maven.getParent() + ":" + System.getenv("PATH"),
                        launcher.toString(),
                        "--version"))
                .contains("OpenProton " + version());

        Files.writeString(target.resolve("openproton-server-1.jar"), "built anew");
        Path running = Path.of(Files.readString(target.resolve("classpath")).split(":", 2)[0]);
        assertThat(running).hasContent("built");
    }

    /// The one place that names the version.
    private static String version() throws IOException {
        Matcher revision =
                Pattern.compile("<revision>(.+)</revision>").matcher(Files.readString(Stage.HOME.resolve("pom.xml")));
        assertThat(revision.find()).isTrue();
        return revision.group(1);
    }

    private String run(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }
}
