package openproton.provision.command;

import java.nio.file.Path;
import java.util.List;

/// Writes the script of a build: all commands in order, in one shell, so that `cd` and `export` last.
///
/// @param build where it will be run
/// @param commands each may have several lines
record BuildScript(Build build, List<String> commands) {

    /// TERM ends the session only after the command in the foreground, which receives the signal, too, and may clean
    /// up.
    String script() {
        var script = new StringBuilder(
                "trap 'exit 143' TERM\ncd " + Shell.quote(build.work().toString()) + " || exit\n");
        for (int number = 1; number <= commands.size(); number++) {
            script.append(step(number, commands.get(number - 1)));
        }
        return script.toString();
    }

    /// The command is sourced, not joined by `||`, so that a `set -e` in it keeps its meaning.
    private String step(int number, String command) {
        String position = "%d of %d".formatted(number, commands.size());
        return """
            echo '%1$s' >&9
            printf '%%s\\n' %2$s
            . %3$s
            openproton_status=$?
            [ "$openproton_status" -eq 0 ] || {
                echo "[Container] Command %1$s did not exit successfully: status $openproton_status"
                exit "$openproton_status"
            }
            """.formatted(
                        position,
                        Shell.quote("[Container] Running command " + command.stripTrailing()),
                        Shell.quote(file(number).toString()));
    }

    /// Where a command lies, counted from 1.
    Path file(int number) {
        return build.file("commands").resolve(Integer.toString(number));
    }

    /// Runs the script in bash, or in sh where there is no bash.
    ///
    /// @param data the server's data folder, which a sandbox hides
    String starter(CommandSettings.Sandbox sandbox, Path data) {
        return "exec %s\"$(command -v bash || command -v sh)\" %s\n"
                .formatted(
                        prefix(sandbox, data),
                        Shell.quote(build.file("session.sh").toString()));
    }

    private String prefix(CommandSettings.Sandbox sandbox, Path data) {
        return switch (sandbox) {
            case NONE -> "";
            case BWRAP ->
                """
                bwrap --ro-bind / / --dev /dev --proc /proc --tmpfs /tmp --tmpfs %1$s --ro-bind %2$s %2$s \
                --bind %3$s %3$s --setenv HOME /tmp --unshare-pid --die-with-parent --chdir %3$s \
                """.formatted(
                                Shell.quote(data.toString()),
                                Shell.quote(build.folder().toString()),
                                Shell.quote(build.work().toString()));
        };
    }
}
