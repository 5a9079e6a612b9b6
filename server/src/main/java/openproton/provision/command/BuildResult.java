package openproton.provision.command;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import openproton.provision.DeploymentLog;
import openproton.provision.Progress;

/// How a build ended, with the reason as a text for people.
///
/// @param build the build
/// @param log read for its last lines
record BuildResult(Build build, DeploymentLog log) {
    private static final int TAIL_LINES_MAX = 10;
    private static final int TAIL_CHARACTERS_MAX = 2_000;
    private static final int TAIL_BYTES_MAX = 16_000;
    private static final int SIGNAL_BASE = 128;

    Progress progress() {
        return switch (build.state()) {
            case Build.State.Waiting _, Build.State.Running _ -> new Progress.Running();
            case Build.State.Exited(int status) -> status == 0 ? finished() : stopped(failure(status));
            case Build.State.Vanished _ -> stopped(interrupted());
            case Build.State.NeverRun(var why) -> stopped(why);
        };
    }

    private static Progress finished() {
        return new Progress.Finished(Map.of(), List.of());
    }

    /// A build that was stopped on request is cancelled, or failed with the reason for the request; any other build
    /// failed because of `why`.
    private Progress stopped(String why) {
        return build.stop()
                .<Progress>map(stop ->
                        stop.why().isEmpty() ? new Progress.Cancelled() : new Progress.Broken(stop.why() + whole()))
                .orElseGet(() -> new Progress.Broken(why));
    }

    private String failure(int status) {
        String signal = status > SIGNAL_BASE ? " (ended by signal %d)".formatted(status - SIGNAL_BASE) : "";
        return "Command %s exited with status %d%s: %s%s".formatted(position(), status, signal, tail(), whole());
    }

    private String interrupted() {
        return ("The build was interrupted at command %s: its processes are gone and left no exit status, as after a"
            + " restart of the machine or the end of the process from outside. What the commands did so far stays;"
            + " deploying again is safe when they are idempotent.%s")
                .formatted(position(), whole());
    }

    private String position() {
        var lines = build.read("position").orElse("").lines().toList();
        return lines.isEmpty() ? "0" : lines.getLast();
    }

    private String tail() {
        var piece = log.read(build.id(), Math.max(0, log.size(build.id()) - TAIL_BYTES_MAX), TAIL_BYTES_MAX);
        var lines = Arrays.stream(piece.text().split("\n"))
                .filter(line -> !line.isBlank() && !line.startsWith("[Container] "))
                .toList();
        String last = String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES_MAX), lines.size()));
        String bounded = last.substring(Math.max(0, last.length() - TAIL_CHARACTERS_MAX));
        return bounded.isEmpty() ? "it printed nothing." : bounded;
    }

    private String whole() {
        return "\nThe entire log is the file " + build.file("log");
    }
}
