package openproton.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/// Reaches hosts through the system's `ssh`, with its known hosts, keys and configuration. It never prompts.
final class SystemSsh extends SshSessionFactory {
    private static final Set<String> VARIABLES_KEPT = Set.of("PATH", "HOME", "USER", "LANG", "SSH_AUTH_SOCK");
    private static final int CONNECT_SECONDS_MAX = 30;

    private final String program;
    private final Optional<Path> key;

    SystemSsh(String program, Optional<Path> key) {
        this.program = program;
        this.key = key;
    }

    @Override
    public RemoteSession getSession(URIish uri, @Nullable CredentialsProvider provider, FS system, int milliseconds)
            throws TransportException {
        return new SshSession(line(uri));
    }

    @Override
    public String getType() {
        return "system";
    }

    private List<String> line(URIish uri) {
        var line =
                new ArrayList<>(List.of(program, "-o", "BatchMode=yes", "-o", "ConnectTimeout=" + CONNECT_SECONDS_MAX));
        key.ifPresent(file -> line.addAll(List.of("-o", "IdentitiesOnly=yes", "-i", file.toString())));
        if (uri.getPort() > 0) {
            line.addAll(List.of("-p", String.valueOf(uri.getPort())));
        }
        if (uri.getUser() != null) {
            line.addAll(List.of("-l", uri.getUser()));
        }
        line.addAll(List.of("--", uri.getHost()));
        return line;
    }

    /// Runs each command in a connection of its own.
    private record SshSession(List<String> line) implements RemoteSession {
        @Override
        public Process exec(String command, int seconds) throws IOException {
            var whole = new ArrayList<>(line);
            whole.add(command);
            var builder = new ProcessBuilder(whole);
            builder.environment().keySet().retainAll(VARIABLES_KEPT);
            return new SshProcess(builder.start());
        }

        @Override
        public void disconnect() {
            // A connection ends with its command.
        }
    }
}
