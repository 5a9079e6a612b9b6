package openproton;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import openproton.api.ApiModel;
import openproton.api.OperationShape;
import openproton.api.signing.RequestSigner;
import openproton.auth.credential.RoleSource;
import openproton.auth.key.IssuedKey;
import openproton.base.Ids;
import openproton.base.SettableClock;
import openproton.git.Connection;
import openproton.git.GitConnections;
import openproton.git.HostKind;
import openproton.git.Secret;
import openproton.git.TestRepository;
import openproton.git.host.Hosts;
import openproton.provision.Engine;
import openproton.provision.EngineKind;
import openproton.provision.pullrequest.PullRequestEngine;
import openproton.resource.request.Quotas;
import openproton.server.WireClient;
import openproton.settings.Config;
import openproton.store.Database;
import openproton.store.TestDatabases;
import openproton.work.ManualWorker;
import openproton.work.Workflow;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.proton.ProtonClient;

/// The real house in the test's process: its door on a free port, a clock that the test sets, counted ids, and an
/// engine that does as it is told. Work happens when the test says so.
public final class TestHouse implements AutoCloseable {
    /// What notices for the connection `main` are signed with.
    public static final String WEBHOOK_SECRET = "notice me";

    private static final Duration USUAL_WORK = Duration.ofSeconds(30);

    private final World world;
    private final House house;
    private final ManualWorker worker;

    /// What is there before a house is opened, and outlives it.
    ///
    /// @param data the data folder
    /// @param url the address of the database
    /// @param disturbance what goes wrong in its houses
    public record World(Path data, String url, SettableClock clock, Ids ids, Engine engine, Disturbance disturbance) {

        /// A new world on a database.
        public static World on(String url) {
            return new World(
                    newFolder(),
                    url,
                    new SettableClock(),
                    new CountedIds(),
                    new ScriptedEngine(),
                    new Disturbance() {});
        }

        /// The same with something that goes wrong.
        World with(Disturbance other) {
            return new World(data, url, clock, ids, engine, other);
        }
    }

    /// What goes wrong in a house; nothing, unless a test says otherwise.
    interface Disturbance {

        /// The workflows with what goes wrong in their steps.
        default List<Workflow> workflows(List<Workflow> workflows) {
            return workflows;
        }

        /// The connections of the worker with what goes wrong there.
        default DataSource connections(DataSource connections) {
            return connections;
        }
    }

    private TestHouse(
            World world, Function<GitConnections, Map<EngineKind, Engine>> engines, Optional<RoleSource> roles) {
        this.world = world;
        var config = new Config(
                world.data(),
                "127.0.0.1",
                0,
                world.url(),
                new Config.Builds(1, Duration.ofMinutes(1), false),
                Quotas.DEFAULT);
        var parts = new House.Parts(
                config,
                "",
                world.clock(),
                world.ids(),
                new Random(1),
                data -> outside(new GitConnections(hosts(data), data), engines, roles));
        this.house = new House(parts).startDoor();
        Disturbance disturbance = world.disturbance();
        this.worker = new ManualWorker(
                house.database(), disturbance.workflows(house.workflows()), world.clock(), disturbance::connections);
    }

    private static ExternalSystems outside(
            GitConnections connections,
            Function<GitConnections, Map<EngineKind, Engine>> engines,
            Optional<RoleSource> roles) {
        return new ExternalSystems(engines.apply(connections), Optional.empty(), roles, connections, false);
    }

    /// Repositories that lie in the folder `git` of the data folder: `main` reaches them for everybody, `theirs` for
    /// account 222222222222 alone.
    private static List<Connection> hosts(Path data) {
        return List.of(host(data, "main", Optional.empty()), host(data, "theirs", Optional.of(Set.of("222222222222"))));
    }

    private static Connection host(Path data, String name, Optional<Set<String>> accounts) {
        return new Connection(
                name,
                HostKind.GIT,
                new Connection.Address(data.resolve("git").toUri(), Optional.empty()),
                Connection.Credentials.NONE,
                Optional.of(new Secret.InVariable("HOOK", Map.of("HOOK", WEBHOOK_SECRET))),
                new Connection.Offer("GITHUB", accounts));
    }

    /// One engine for everything.
    private static Map<EngineKind, Engine> engines(Engine engine) {
        return Stream.of(EngineKind.values()).collect(Collectors.toMap(Function.identity(), _ -> engine));
    }

    /// A house on a new SQLite database.
    public static TestHouse open() {
        return open(World.on(TestDatabases.sqlite()));
    }

    /// A house in a world that may have seen houses before.
    public static TestHouse open(World world) {
        return lending(world, Optional.empty());
    }

    /// A house in such a world that lets builds act in roles.
    static TestHouse lending(World world, Optional<RoleSource> roles) {
        return new TestHouse(world, _ -> engines(world.engine()), roles);
    }

    /// A house in such a world that proposes changes to the repositories of its connection `main` for real.
    public static TestHouse proposing(World world) {
        return new TestHouse(
                world,
                connections -> {
                    var engines = new EnumMap<>(engines(world.engine()));
                    var hosts = new Hosts(connections, world.clock());
                    engines.put(
                            EngineKind.PULL_REQUEST,
                            new PullRequestEngine(world.data(), connections, hosts, world.clock()));
                    return engines;
                },
                Optional.empty());
    }

    /// The engine that does as it is told.
    public ScriptedEngine engine() {
        return (ScriptedEngine) world.engine();
    }

    /// The clock of the house.
    public SettableClock clock() {
        return world.clock();
    }

    /// The database, to look into tables where the API does not show enough.
    public Database database() {
        return house.database();
    }

    /// Where it answers.
    public URI address() {
        return house.address();
    }

    /// The data folder.
    public Path data() {
        return world.data();
    }

    /// Puts an object into the bucket `bundles`.
    public void put(String key, byte[] content) {
        try {
            Path file = world.data().resolve("buckets/bundles").resolve(key);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A new repository that the connection `main` reaches.
    ///
    /// @param name such as `owner/name`
    public TestRepository repository(String name) {
        try {
            Path folder = Files.createDirectories(world.data().resolve("git"));
            Files.createDirectories(folder.resolve(name).resolveSibling(""));
            return new TestRepository(folder, name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Runs what is due, and half a minute of what follows from it.
    public void runDueWork() {
        worker.passTime(USUAL_WORK);
    }

    /// Runs only what is due at this moment.
    public void runWorkDueNow() {
        worker.runDue();
    }

    /// Lets time pass and runs the work on the way.
    public void passTime(Duration time) {
        worker.passTime(time);
    }

    /// Calls an operation as the administrator.
    public WireAnswer call(String operation, String json) {
        return callAs("default", operation, json);
    }

    /// Calls an operation with the keys of a profile of the credentials file.
    public WireAnswer callAs(String profile, String operation, String json) {
        var keys = keys(profile);
        var signer = new RequestSigner(
                keys.accessKeyId(), keys.secretAccessKey(), Optional.empty(), TestSdk.REGION, "proton");
        var client = new WireClient(address().getPort(), signer, world.clock());
        var answer = client.send(client.signed(target(operation), json));
        return new WireAnswer(answer.statusCode(), answer.body());
    }

    private static String target(String operation) {
        return ApiModel.OPERATIONS.stream()
                .filter(shape -> shape.name().equals(operation))
                .map(OperationShape::target)
                .findFirst()
                .orElseThrow();
    }

    /// The AWS SDK as the administrator.
    public ProtonClient sdk() {
        return sdk("default");
    }

    /// The AWS SDK with the keys of a profile of the credentials file.
    ///
    /// @param interceptors see every call
    public ProtonClient sdk(String profile, ExecutionInterceptor... interceptors) {
        return TestSdk.client(address(), keys(profile), world.clock(), interceptors);
    }

    /// Gives another account an administrator's key.
    ///
    /// @return the profile of that key
    public String otherAccount(String account) {
        IssuedKey key = house.keys().create(account, "administrator", List.of("AWSProtonFullAccess"));
        String profile = "account-" + account;
        try {
            Files.writeString(
                    world.data().resolve("credentials"),
                    "[%s]\naws_access_key_id = %s\naws_secret_access_key = %s\n"
                            .formatted(profile, key.key().id(), key.secret()),
                    StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return profile;
    }

    private AwsBasicCredentials keys(String profile) {
        try {
            List<String> lines = Files.readAllLines(world.data().resolve("credentials"));
            int start = lines.indexOf("[" + profile + "]");
            return AwsBasicCredentials.create(value(lines.get(start + 1)), value(lines.get(start + 2)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String value(String line) {
        return line.substring(line.indexOf('=') + 1).strip();
    }

    /// A new data folder.
    static Path newFolder() {
        try {
            return Files.createTempDirectory("openproton");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        house.close();
    }
}
