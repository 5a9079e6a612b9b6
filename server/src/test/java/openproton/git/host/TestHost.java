package openproton.git.host;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import openproton.git.Connection;
import openproton.git.GitConnections;
import openproton.git.GitOverHttp;
import openproton.git.HostKind;
import openproton.git.Secret;
import openproton.git.TestRepository;

/// A host on this machine: real git over HTTP, and, where its kind has one, a stand-in for its API over the
/// same repository `platform/infra`.
public final class TestHost implements AutoCloseable {
    public static final String ARN = "arn:aws:codestar-connections:eu-west-1:000000000000:connection/main";
    public static final String TOKEN = "right-token-of-somebody";

    private final HostKind kind;
    private final TestRepository repository;
    private final GitOverHttp git;
    private final Optional<StandIn> api;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public TestHost(Path folder, HostKind kind) {
        this.kind = kind;
        repository = new TestRepository(folder, "platform/infra.git");
        git = new GitOverHttp(folder, "/git", TOKEN);
        api = switch (kind) {
            case GITHUB -> Optional.of(new GitHubStandIn(repository, "/api", TOKEN));
            case GITLAB -> Optional.of(new GitLabStandIn(repository, "/api", TOKEN));
            case BITBUCKET -> Optional.of(new BitbucketStandIn(repository, "/api", TOKEN));
            case GIT -> Optional.empty();
        };
        server = serve();
    }

    private HttpServer serve() {
        try {
            var made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            made.createContext("/git", git);
            api.ifPresent(standIn -> made.createContext("/api", standIn));
            made.setExecutor(threads);
            made.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TestRepository repository() {
        return repository;
    }

    /// The name of the repository as a connection of this kind takes it.
    public String name() {
        return kind == HostKind.GIT ? "platform/infra.git" : StandIn.REPOSITORY;
    }

    public GitConnections connections(Path data, String token) {
        return new GitConnections(List.of(connection(token)), data);
    }

    public Connection connection(String token) {
        String url = "http://%s:%d"
                .formatted(
                        server.getAddress().getHostString(), server.getAddress().getPort());
        var address = new Connection.Address(URI.create(url + "/git"), Optional.of(URI.create(url + "/api")));
        Secret secret = new Secret.InVariable("TOKEN", Map.of("TOKEN", token));
        var credentials = new Connection.Credentials(Optional.empty(), Optional.of(secret), Optional.empty());
        return new Connection(
                "main", kind, address, credentials, Optional.empty(), new Connection.Offer("GITHUB", Optional.empty()));
    }

    public Host host(GitConnections connections, InstantSource clock) {
        return new Hosts(connections, clock).of(ARN);
    }

    /// The host answers 503 to everything from now on.
    public void goDown() {
        answerAlways(503, Map.of());
    }

    public void comeBack() {
        answerAlways(0, Map.of());
    }

    void answerAlways(int status, Map<String, String> headers) {
        git.answerAlways(status);
        api.ifPresent(standIn -> standIn.answerAlways(status, headers));
    }

    /// Only the API is in trouble.
    public void limitApi(int status, Map<String, String> headers) {
        api.orElseThrow().answerAlways(status, headers);
    }

    /// Somebody merges the proposal of a branch; answers the new head of `main`.
    public String merge(String branch) {
        api.ifPresentOrElse(standIn -> standIn.merge(number(standIn, branch)), () -> repository.merge(branch));
        return repository.head("main");
    }

    /// Somebody closes the proposal of a branch without merging it.
    public void reject(String branch) {
        api.ifPresentOrElse(standIn -> standIn.close(number(standIn, branch)), () -> repository.delete(branch));
    }

    /// How many pull requests were ever opened; the number of proposed branches where there are none.
    public int opened() {
        return api.map(standIn -> standIn.requests.size())
                .orElseGet(() -> repository.branches().size() - 1);
    }

    /// What a reviewer reads: the title, an empty line, the body.
    public String shown(String branch) {
        return api.map(standIn -> standIn.request(number(standIn, branch)))
                .map(request -> request.title + "\n\n" + request.body)
                .orElseGet(() -> repository.message(branch).strip());
    }

    private static int number(StandIn standIn, String branch) {
        return standIn.of(branch, "main").getFirst().number;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
