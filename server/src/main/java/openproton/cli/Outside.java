package openproton.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import openproton.base.Ids;

/// Everything a command knows of the world around it.
///
/// @param variables environment variables
/// @param folder where the command was called
/// @param home where OpenProton's own files lie, such as `templates/`
/// @param clock for signatures
/// @param ids for uploads
public record Outside(
        Map<String, String> variables, Path folder, Path home, Terminal terminal, InstantSource clock, Ids ids) {
    private static final Duration PAUSE = Duration.ofMillis(250);

    public Outside {
        variables = Map.copyOf(variables);
    }

    /// A path as the user gave it, seen from where the command was called.
    Path resolve(String path) {
        return folder.resolve(path).normalize();
    }

    /// Lets some time pass before the server is asked again.
    void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILED, "interrupted");
        }
    }
}
