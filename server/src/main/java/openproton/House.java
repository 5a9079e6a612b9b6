package openproton;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import openproton.api.ApiModel;
import openproton.auth.AccessKeys;
import openproton.base.Ids;
import openproton.git.Connections;
import openproton.provision.DeploymentLog;
import openproton.provision.Engine;
import openproton.provision.EngineKind;
import openproton.provision.aws.S3Objects;
import openproton.render.jinja.Jinja;
import openproton.resource.Operations;
import openproton.resource.Resources;
import openproton.resource.Tools;
import openproton.resource.request.PageTokens;
import openproton.resource.state.States;
import openproton.resource.template.BucketFolder;
import openproton.resource.template.Buckets;
import openproton.resource.template.S3Buckets;
import openproton.server.AwsJson;
import openproton.server.HttpDoor;
import openproton.server.Meters;
import openproton.server.Route;
import openproton.server.ServerOptions;
import openproton.server.StateDesk;
import openproton.server.WebhookDesk;
import openproton.store.Database;
import openproton.work.Bell;
import openproton.work.Jobs;
import openproton.work.Worker;
import openproton.work.Workflow;

/// The running program: calls constructors, top to bottom. Read it as the map of everything.
public final class House implements AutoCloseable {
    private static final int BUNDLE_MB_MAX = 50;
    private static final Duration LIFE_BEYOND_BUILD = Duration.ofMinutes(30);

    private final Parts parts;
    private final Database database;
    private final Bell bell = new Bell();
    private final AccessKeys keys;
    private final List<Workflow> workflows;
    private final HttpDoor door;
    private final Worker worker;

    /// What differs between the real house and one in a test.
    ///
    /// @param outside what is reached outside, from the data folder
    public record Parts(
            Config config,
            String masterKey,
            InstantSource clock,
            Ids ids,
            RandomGenerator random,
            Function<Path, Outside> outside) {}

    /// What is reached outside of the house.
    ///
    /// @param engines provision infrastructure
    /// @param bundles where bundles come from; empty when buckets are folders
    /// @param roles assumes roles for builds; empty where this server does not
    /// @param connections reach repositories
    /// @param customerTags whether infrastructure carries the tags that people gave a resource, too
    public record Outside(
            Map<EngineKind, Engine> engines,
            Optional<S3Objects> bundles,
            Optional<HouseAccess.Roles> roles,
            Connections connections,
            boolean customerTags) {

        /// Nothing but engines and repositories.
        public static Outside of(Map<EngineKind, Engine> engines, Connections connections) {
            return new Outside(engines, Optional.empty(), Optional.empty(), connections, false);
        }
    }

    /// Builds the house; nothing listens or works before [#start].
    public House(Parts parts) {
        this.parts = parts;
        Config config = parts.config();
        InstantSource clock = parts.clock();
        DataFolder folder = DataFolder.at(config.data());
        this.database = Database.open(config.database());
        byte[] master = folder.masterKey(parts.masterKey(), parts.random(), database);
        var guard = new Guard(master, database, parts.random(), clock);
        guard.ensureKeys(folder);
        this.keys = guard.keys();
        var jobs = new Jobs(database, clock, bell);
        Outside outside = parts.outside().apply(config.data());
        var tools = new Tools(
                new Tools.Keeping(database, jobs),
                new Tools.Time(clock, parts.ids()),
                provisioning(guard, outside),
                new Tools.Sources(buckets(folder, outside), outside.connections()),
                new PageTokens(guard.keyFor("page tokens"), clock),
                config.quotas());
        var resources = new Resources(tools);
        this.workflows = resources.workflows();
        var json = new AwsJson(ApiModel.OPERATIONS, new Operations(resources).all());
        var options = ServerOptions.at(config.host(), config.port());
        this.door = new HttpDoor(
                options,
                guard.gates(json, options, parts.ids()),
                new Meters(),
                parts.ids(),
                clock,
                List.of(states(guard, options), webhooks(outside, resources, options)));
        this.worker = new Worker(database, workflows, clock, bell);
    }

    private static Buckets buckets(DataFolder data, Outside outside) {
        var folder = new BucketFolder(data.buckets(), BUNDLE_MB_MAX << 20);
        return outside.bundles()
                .<Buckets>map(objects -> new S3Buckets(objects, folder, BUNDLE_MB_MAX << 20))
                .orElse(folder);
    }

    private Tools.Provisioning provisioning(Guard guard, Outside outside) {
        Path data = parts.config().data();
        return new Tools.Provisioning(
                outside.engines(),
                new Jinja(System::nanoTime),
                new HouseAccess(
                        guard,
                        this::address,
                        parts.config().builds().timeMax().plus(LIFE_BEYOND_BUILD),
                        outside.roles()),
                new DeploymentLog(data),
                outside.customerTags());
    }

    /// Where Terraform's states are kept.
    private Route states(Guard guard, ServerOptions options) {
        var logs = new DeploymentLog(parts.config().data());
        var keeper = new States(database, guard.stateSeal(), logs, parts.clock());
        return new Route(StateDesk.PREFIX, new StateDesk(keeper, guard.states(), options.readLimit(), parts.ids()));
    }

    /// Where git hosts tell what happened.
    private Route webhooks(Outside outside, Resources resources, ServerOptions options) {
        var receiver = new Webhooks(
                outside.connections(),
                resources.pushes(),
                Set.copyOf(outside.engines().values()));
        return new Route(WebhookDesk.PREFIX, new WebhookDesk(receiver, options.readLimit(), parts.ids()));
    }

    /// Starts to answer and to work; when it returns, the house is ready.
    public House start() {
        startDoor();
        worker.start();
        return this;
    }

    /// Starts to answer only; what goes on behind the answers is left to the caller.
    House startDoor() {
        if (parts.config().isOneNode()) {
            Worker.freeAll(database);
        }
        door.open();
        return this;
    }

    /// Where it answers.
    public URI address() {
        String host = Optional.of(parts.config().host())
                .filter(name -> !name.equals("0.0.0.0"))
                .orElse("127.0.0.1");
        return URI.create("http://%s:%d".formatted(host, door.port()));
    }

    /// The access keys, for tests with several accounts.
    AccessKeys keys() {
        return keys;
    }

    /// The database, for commands that work beside the server.
    Database database() {
        return database;
    }

    /// What goes on behind the answers.
    List<Workflow> workflows() {
        return workflows;
    }

    /// Stops accepting, finishes requests and steps in flight; builds go on and are picked up by the next start.
    @Override
    public void close() {
        door.close();
        worker.close();
        database.close();
    }
}
