package openproton.git;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The configured connections, and the repositories they reach.
public final class GitConnections {
    private static final String MARK = "connection/";

    private final List<Connection> configured;
    private final Path folder;
    private final Map<Path, Mirror> mirrors;

    /// @param configured with different names
    /// @param data the server's data folder; its folder `repositories` keeps copies of the repositories
    public GitConnections(List<Connection> configured, Path data) {
        this(configured, data.toAbsolutePath().normalize().resolve("repositories"), new ConcurrentHashMap<>());
    }

    private GitConnections(List<Connection> configured, Path folder, Map<Path, Mirror> mirrors) {
        this.configured = List.copyOf(configured);
        this.folder = folder;
        this.mirrors = mirrors;
    }

    /// The connections that an account may use; the account learns nothing of the others, not even their names.
    public GitConnections of(String account) {
        return new GitConnections(
                configured.stream()
                        .filter(connection -> connection.isOpenTo(account))
                        .toList(),
                folder,
                mirrors);
    }

    /// All configured connections, in the order of the configuration.
    public List<Connection> all() {
        return configured;
    }

    /// The connection that an ARN such as `arn:aws:codestar-connections:eu-west-1:000000000000:connection/main`
    /// names.
    ///
    /// @throws GitException.NotThere when no such connection is configured
    public Connection find(String connectionArn) {
        String name = connectionArn.substring(
                connectionArn.contains(MARK) ? connectionArn.lastIndexOf(MARK) + MARK.length() : 0);
        return configured.stream()
                .filter(connection -> connection.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new GitException.NotThere(
                        "No connection '%s' is configured; configured: %s".formatted(name, names())));
    }

    /// A repository of a connection; reads nothing yet.
    ///
    /// @param repository such as `owner/name`
    public GitRepository repository(String connectionArn, String repository) {
        Connection connection = find(connectionArn);
        String url = connection.repositoryUrl(repository);
        Path place = folder.resolve(hash(connection.name() + " " + url));
        var remote = new Remote(url, Access.of(connection));
        return new GitRepository(mirrors.computeIfAbsent(place, _ -> new Mirror(place)), remote);
    }

    private String names() {
        return configured.isEmpty()
                ? "none"
                : configured.stream().map(Connection::name).collect(Collectors.joining(", "));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
