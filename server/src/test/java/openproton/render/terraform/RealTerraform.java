package openproton.render.terraform;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import openproton.base.FileTree;

/// The Terraform of this machine, in a folder of files.
///
/// @param folder where it is run
/// @param config its own configuration; empty for none
public record RealTerraform(Path folder, Optional<Path> config) {

    /// Whether there is one; says so, because a skipped test is easily overlooked.
    public static boolean isThere() {
        boolean found = command().isPresent();
        if (!found) {
            System.out.println("skipped: neither terraform nor tofu is on the PATH");
        }
        return found;
    }

    private static Optional<Path> command() {
        return List.of("terraform", "tofu").stream()
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(path -> Path.of(path, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// A Terraform in a folder with some files.
    public static RealTerraform in(Path folder, FileTree files) {
        files.files().forEach((name, file) -> {
            try {
                Path path = folder.resolve(name);
                Files.createDirectories(path.getParent());
                Files.write(path, file.content());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return new RealTerraform(folder, Optional.empty());
    }

    /// The same with a configuration file.
    RealTerraform configured(Path file) {
        return new RealTerraform(folder, Optional.of(file));
    }

    /// What it ended with, and what it printed.
    public record Ended(int status, String printed) {}

    /// What a command printed, which must end well.
    public String run(String... words) {
        Ended ended = attempt(words);
        if (ended.status() != 0) {
            throw new AssertionError("terraform %s: %s".formatted(String.join(" ", words), ended.printed()));
        }
        return ended.printed();
    }

    /// Runs a command that may fail.
    public Ended attempt(String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addFirst(command().orElseThrow().toString());
        try {
            var builder = new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().remove("TF_CLI_CONFIG_FILE");
            config.ifPresent(file -> builder.environment().put("TF_CLI_CONFIG_FILE", file.toString()));
            builder.environment().put("CHECKPOINT_DISABLE", "1");
            var process = builder.start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
