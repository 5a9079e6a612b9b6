package openproton.provision.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import openproton.base.Json;
import openproton.provision.Disk;

/// One build. Everything that the engine knows of it is a file in its folder.
///
/// | file | says |
/// | --- | --- |
/// | `ticket` | its place in the queue |
/// | `launched` | when it was launched last (milliseconds) and in which boot of the machine |
/// | `pid` | the claim: the process that linked this name first; `never` and a reason for a claim of the server |
/// | `position` | the commands that began, such as `2 of 3`, one in each line |
/// | `stop` | a request to end: the time of KILL (milliseconds), and the reason, empty for a cancellation |
/// | `terminated` | that the signal to end was sent |
/// | `exit` | the exit status of the session |
/// | `log` | its output |
/// | `outputs.json` | the `proton-outputs.json` of a successful build |
/// | `kept` | the folder `.openproton/kept` of its work folder |
///
/// All other files (work folder, scripts, variables) are gone soon after its end.
///
/// @param folder named like the deployment, absolute
record Build(Path folder) {
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,127}");
    private static final Set<String> KEPT = Set.of(
            "ticket", "launched", "pid", "position", "stop", "terminated", "exit", "log", "outputs.json", "kept");
    private static final String NEVER = "never\n";
    private static final long OUTPUTS_BYTES_MAX = 1_000_000;
    private static final long KEPT_BYTES_MAX = 100_000_000;

    /// The build of a deployment; empty when the text cannot be the id of one.
    static Optional<Build> named(Path builds, String deploymentId) {
        return ID.matcher(deploymentId).matches()
                ? Optional.of(new Build(builds.resolve(deploymentId)))
                : Optional.empty();
    }

    /// Where a build stands.
    sealed interface State {
        /// It is not claimed yet.
        record Waiting() implements State {}

        /// Its processes are alive.
        record Running(ProcessGroup processes) implements State {}

        /// The session ended with an exit status.
        record Exited(int status) implements State {}

        /// Its processes are gone without an exit status.
        record Vanished(ProcessGroup processes) implements State {}

        /// It did not run and never will.
        record NeverRun(String why) implements State {}
    }

    /// A request to end.
    ///
    /// @param until the time of KILL
    /// @param why empty for a cancellation
    record Stop(Instant until, String why) {}

    /// How to end a build.
    ///
    /// @param signal such as `TERM`
    /// @param grace between the request and the end by force
    record Stopping(String signal, Duration grace) {}

    String id() {
        return String.valueOf(folder.getFileName());
    }

    /// Whether the folder is the remainder of a crash while a build was prepared or removed.
    boolean isLeftover() {
        return id().startsWith(".new-") || id().startsWith(".old-");
    }

    /// Whether the folder is that of a build: other engines keep folders beside it.
    boolean exists() {
        return Files.exists(file("ticket"));
    }

    /// When it was prepared.
    Instant preparedAt() {
        return changed("ticket");
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

    /// Claims the build for the server, so that it never runs. Returns false when a process has claimed it already.
    boolean refuse(String why) {
        return Disk.claim(file("pid"), NEVER + why);
    }

    /// Stores a request to end, unless there is one.
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

    /// How to end this build.
    ///
    /// @param usual the default grace
    Stopping stopping(Duration usual) {
        var said =
                read("stopping").map(text -> Buildspec.texts(Json.read(text))).orElse(Map.of());
        return new Stopping(
                said.getOrDefault("signal", "TERM"),
                Optional.ofNullable(said.get("grace-seconds"))
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                        .orElse(usual));
    }

    /// The path of a file in `.openproton/kept`, a folder that is moved out of the work folder when the build is
    /// over.
    Path kept(String name) {
        Path left = work().resolve(".openproton").resolve("kept");
        if (Files.isDirectory(left, LinkOption.NOFOLLOW_LINKS)
                && !Files.exists(file("kept"))
                && Disk.size(left) <= KEPT_BYTES_MAX
                && isOver()) {
            Disk.move(left, file("kept"));
        }
        return file("kept").resolve(name);
    }

    /// The outputs file of a successful build, taken out of its work folder on the first call.
    Optional<String> outputs() {
        Path outputs = work().resolve("proton-outputs.json");
        if (exit().filter(status -> status == 0).isPresent() && isKeepable(outputs)) {
            Disk.move(outputs, file("outputs.json"));
        }
        return read("outputs.json");
    }

    /// Deletes what only a running build needs. Returns false when a process still writes there, and the caller must
    /// try again.
    boolean tidy() {
        outputs();
        kept("");
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
