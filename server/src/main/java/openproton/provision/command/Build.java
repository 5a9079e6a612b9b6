package openproton.provision.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import openproton.provision.Disk;

/// One build, as its folder tells: everything the engine knows of a build is a file there.
///
/// | file | says |
/// | --- | --- |
/// | `ticket` | its place in the queue |
/// | `launched` | when it was launched last (milliseconds) and in which boot of the machine |
/// | `pid` | who runs it: the process that linked this name first; `never` and why, when the server did |
/// | `position` | which command it came to, such as `2 of 3`, one line each |
/// | `stop` | that it has to end: until when (milliseconds), and why, empty for a cancellation |
/// | `terminated` | that TERM was sent |
/// | `exit` | the exit status of the session |
/// | `log` | what it printed |
/// | `outputs.json` | the `proton-outputs.json` of a build that ended well |
///
/// All other files (work folder, scripts, variables) are gone soon after its end.
///
/// @param folder named like the deployment, absolute
record Build(Path folder) {
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,127}");
    private static final Set<String> KEPT =
            Set.of("ticket", "launched", "pid", "position", "stop", "terminated", "exit", "log", "outputs.json");
    private static final String NEVER = "never\n";
    private static final long OUTPUTS_BYTES_MAX = 1_000_000;

    /// The build of a deployment; empty when the text cannot be the id of one.
    static Optional<Build> named(Path builds, String deploymentId) {
        return ID.matcher(deploymentId).matches()
                ? Optional.of(new Build(builds.resolve(deploymentId)))
                : Optional.empty();
    }

    /// Where a build stands.
    sealed interface State {
        /// Nobody runs it yet.
        record Waiting() implements State {}

        /// Its processes live.
        record Running(ProcessGroup processes) implements State {}

        /// The session ended with an exit status.
        record Exited(int status) implements State {}

        /// Its processes are gone, and none of them wrote an exit status.
        record Vanished(ProcessGroup processes) implements State {}

        /// It was not and will not be run.
        record NeverRun(String why) implements State {}
    }

    /// Asks for an end.
    ///
    /// @param until when it is ended by force
    /// @param why empty for a cancellation
    record Stop(Instant until, String why) {}

    String id() {
        return String.valueOf(folder.getFileName());
    }

    /// Whether this is what a crash left of preparing or removing a build.
    boolean isLeftover() {
        return id().startsWith(".new-") || id().startsWith(".old-");
    }

    /// Whether the folder is that of a build: other engines keep folders beside it.
    boolean exists() {
        return Files.exists(file("ticket"));
    }

    State state() {
        var claim = read("pid");
        if (claim.isEmpty()) {
            return new State.Waiting();
        }
        if (claim.get().startsWith(NEVER)) {
            return new State.NeverRun(claim.get().substring(NEVER.length()));
        }
        var processes = ProcessGroup.read(claim.get(), changed("pid"));
        boolean alive = processes.isAlive();
        return exit().<State>map(State.Exited::new)
                .orElseGet(() -> alive ? new State.Running(processes) : new State.Vanished(processes));
    }

    boolean isOver() {
        return switch (state()) {
            case State.Waiting _, State.Running _ -> false;
            case State.Exited _, State.Vanished _, State.NeverRun _ -> true;
        };
    }

    /// Takes the run for the server, so that no process can have it; false when a process has it already.
    boolean refuse(String why) {
        return Disk.claim(file("pid"), NEVER + why);
    }

    /// Asks for an end, unless somebody did before.
    void askToStop(Stop stop) {
        if (stop().isEmpty()) {
            Disk.replace(file("stop"), stop.until().toEpochMilli() + "\n" + stop.why());
        }
    }

    Optional<Stop> stop() {
        return read("stop").map(text -> {
            int line = text.indexOf('\n');
            return new Stop(Instant.ofEpochMilli(Long.parseLong(text.substring(0, line))), text.substring(line + 1));
        });
    }

    /// The outputs file of a build that ended well, taken out of its work folder on the first call.
    Optional<String> outputs() {
        Path outputs = work().resolve("proton-outputs.json");
        if (exit().filter(status -> status == 0).isPresent() && isKeepable(outputs)) {
            Disk.move(outputs, file("outputs.json"));
        }
        return read("outputs.json");
    }

    /// Deletes what only a running build needs; false when a straggler still writes there and it must be tried again.
    boolean tidy() {
        outputs();
        try (var files = Files.list(folder)) {
            var rest = files.filter(file -> !KEPT.contains(String.valueOf(file.getFileName())))
                    .toList();
            rest.forEach(Disk::delete);
            return rest.stream().noneMatch(Files::exists);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path work() {
        return file("work");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Optional<String> read(String name) {
        return Disk.read(file(name));
    }

    private Optional<Integer> exit() {
        return read("exit").map(text -> Integer.valueOf(text.strip()));
    }

    private static boolean isKeepable(Path outputs) {
        return Files.isRegularFile(outputs, LinkOption.NOFOLLOW_LINKS)
                && outputs.toFile().length() <= OUTPUTS_BYTES_MAX;
    }

    private Instant changed(String name) {
        try {
            return Files.getLastModifiedTime(file(name)).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
