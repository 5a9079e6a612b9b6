package openproton.git.host;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import openproton.git.Connection;
import openproton.git.GitConnections;
import openproton.git.Secret;

/// The hosts of the configured connections.
public final class Hosts {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);

    private final GitConnections connections;
    private final InstantSource clock;

    public Hosts(GitConnections connections, InstantSource clock) {
        this.connections = connections;
        this.clock = clock;
    }

    /// The host that a connection reaches.
    ///
    /// @throws openproton.git.GitException.NotThere when no such connection is configured
    public Host of(String connectionArn) {
        Connection connection = connections.find(connectionArn);
        return switch (connection.kind()) {
            case GITHUB -> withApi(connection, new GitHubDialect());
            case GITLAB -> withApi(connection, new GitLabDialect());
            case BITBUCKET -> withApi(connection, new BitbucketDialect());
            case GIT -> new PlainHost(name -> connections.repository(connectionArn, name), connection::webUrl);
        };
    }

    private Host withApi(Connection connection, HostDialect dialect) {
        var client = new HostClient(Client.HTTP, connection.api(), () -> headers(connection, dialect), clock);
        return new ApiHost(client, dialect);
    }

    private static Map<String, String> headers(Connection connection, HostDialect dialect) {
        var credentials = connection.credentials();
        return credentials
                .token()
                .map(Secret::read)
                .map(token -> dialect.headers(credentials.user(), token))
                .orElse(Map.of());
    }

    /// Made when the first host is asked.
    private static final class Client {
        static final HttpClient HTTP = HttpClient.newBuilder()
                .connectTimeout(CONNECT_MAX)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }
}
