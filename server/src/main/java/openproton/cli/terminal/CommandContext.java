package openproton.cli.terminal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import openproton.base.Ids;

/// What a command knows of the process it runs in.
///
/// @param variables environment variables
/// @param folder the working folder, which relative paths start from
/// @param home the folder of OpenProton's own files, such as `templates/`
/// @param clock for signatures and durations
/// @param ids for uploads and client tokens
public record CommandContext(
        Map<String, String> variables, Path folder, Path home, Terminal terminal, InstantSource clock, Ids ids) {
    private static final Duration PAUSE = Duration.ofMillis(250);

    public CommandContext {
        variables = Map.copyOf(variables);
    }

    /// Resolves a path from the command line against the working folder.
    public Path resolve(String path) {
        return folder.resolve(path).normalize();
    }

    /// Waits a moment before the next request to the server.
    public void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("interrupted");
        }
    }
}
