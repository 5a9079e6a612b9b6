package openproton.provision.command;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Starts the wrapper of a build in its own process group, so that the end of the server and its signals do not reach
/// the build. Uses `setsid` (util-linux, busybox), or else the job control of bash.
///
/// @param inherited the variables of the server, of which a build gets only the harmless ones
record BuildLauncher(Map<String, String> inherited) {
    private static final Set<String> HANDED_ON = Set.of(
            "HOME",
            "LANG",
            "LANGUAGE",
            "LOGNAME",
            "PATH",
            "SHELL",
            "TERM",
            "TMPDIR",
            "TZ",
            "USER",
            "JAVA_HOME",
            "SSL_CERT_FILE",
            "SSL_CERT_DIR",
            "CURL_CA_BUNDLE",
            "REQUESTS_CA_BUNDLE",
            "NODE_EXTRA_CA_CERTS",
            "AWS_CA_BUNDLE");
    private static final Pattern ALSO_HANDED_ON = Pattern.compile("LC_.*|(?i:https?_proxy|no_proxy|all_proxy)");
    private static final String USUAL_PATH = "/usr/local/bin:/usr/bin:/bin";
    private static final String JOB_CONTROL = "set -m; nohup sh \"$0\" \"$1\" </dev/null & wait";

    /// Where the server and its builds look for commands.
    String path() {
        return inherited.getOrDefault("PATH", USUAL_PATH);
    }

    /// Starts it; the process lives as long as the wrapper.
    ///
    /// @throws IOException when the shell cannot be started
    Process start(Build build, long logBytes) throws IOException {
        var process = new ProcessBuilder(command(build.file("run.sh").toString(), Long.toString(logBytes)))
                .directory(build.folder().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(build.file("starter").toFile());
        process.environment().clear();
        process.environment().putAll(harmless());
        return process.start();
    }

    private List<String> command(String script, String logBytes) {
        if (Shell.find("setsid", path()).isPresent()) {
            return List.of("setsid", "sh", script, logBytes);
        }
        return Shell.find("bash", path())
                .map(bash -> List.of(bash.toString(), "-c", JOB_CONTROL, script, logBytes))
                .orElseThrow(() ->
                        new BuildRefusal("The local runner needs setsid (util-linux) or bash on the server's PATH (%s)."
                                .formatted(path())));
    }

    private Map<String, String> harmless() {
        var variables = inherited.entrySet().stream()
                .filter(variable -> HANDED_ON.contains(variable.getKey())
                        || ALSO_HANDED_ON.matcher(variable.getKey()).matches())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        variables.put("PATH", path());
        return variables;
    }
}
