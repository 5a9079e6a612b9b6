package openproton.provision.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How builds are run on this machine.
///
/// @param buildsAtATime how many builds run at the same time; others wait in the order of their start
/// @param limits the limits of one build
/// @param sandbox what separates a build from the rest of the machine
/// @param launcher the `openproton` command that builds notify with; empty when there is none
public record CommandSettings(int buildsAtATime, Limits limits, Sandbox sandbox, Optional<Path> launcher) {

    public CommandSettings {
        if (buildsAtATime < 1) {
            throw new IllegalArgumentException("%d builds at a time: expected 1 or more".formatted(buildsAtATime));
        }
    }

    /// As many builds as processors, default limits, no sandbox, no launcher.
    public static CommandSettings defaults() {
        return new CommandSettings(
                Runtime.getRuntime().availableProcessors(), Limits.DEFAULT, Sandbox.NONE, Optional.empty());
    }

    /// The limits of one build.
    ///
    /// @param time from its launch to its end; a build that takes longer is ended
    /// @param grace between the request to end (TERM) and the end by force (KILL)
    /// @param logBytes how much of its output is kept; the rest is discarded and the build goes on
    /// @param workBytes how large its work folder may grow; a larger one ends the build at the next check
    public record Limits(Duration time, Duration grace, long logBytes, long workBytes) {

        /// One hour, 30 seconds to clean up, 10 MB of log, 10 GB of files.
        public static final Limits DEFAULT =
                new Limits(Duration.ofHours(1), Duration.ofSeconds(30), 10_000_000, 10_000_000_000L);
    }

    /// What separates a build from the rest of the machine.
    public enum Sandbox {
        /// Nothing: a build may do what the server's user may do.
        NONE,
        /// bubblewrap: the build sees the machine read-only and without the data folder, writes only to its work
        /// folder and `/tmp`. A build that is ended gets no grace: it dies with the sandbox.
        BWRAP
    }
}
