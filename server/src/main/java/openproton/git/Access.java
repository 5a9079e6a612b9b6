package openproton.git;

import java.util.Optional;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.Transport;

/// The credentials for a repository: the token for https, the `ssh` of the system for ssh.
///
/// @param host the host that may see the token; an answer that leads elsewhere does not get it
/// @param ssh starts the system's `ssh`
record Access(Optional<String> host, Optional<String> user, Optional<Secret> token, SystemSsh ssh) {

    static Access of(Connection connection) {
        var credentials = connection.credentials();
        return new Access(
                Optional.ofNullable(connection.address().url().getHost()),
                user(connection),
                credentials.token(),
                new SystemSsh("ssh", credentials.sshKey()));
    }

    /// The API of Bitbucket knows the owner of an API token by an email address, its git by this name alone.
    private static Optional<String> user(Connection connection) {
        Optional<String> named = connection.credentials().user();
        boolean byEmail = connection.kind() == HostKind.BITBUCKET
                && named.filter(name -> name.contains("@")).isPresent();
        return byEmail ? Optional.of("x-bitbucket-api-token-auth") : named.or(() -> usualUser(connection.kind()));
    }

    /// The user names that hosts expect beside a token where none is configured.
    private static Optional<String> usualUser(HostKind kind) {
        return Optional.of(
                switch (kind) {
                    case GITHUB -> "x-access-token";
                    case GITLAB -> "oauth2";
                    case BITBUCKET -> "x-token-auth";
                    case GIT -> "git";
                });
    }

    void prepare(Transport transport) {
        if (transport instanceof SshTransport overSsh) {
            overSsh.setSshSessionFactory(ssh);
        }
        transport.setCredentialsProvider(new TokenCredentials(host, user.orElse("git"), token));
    }
}
