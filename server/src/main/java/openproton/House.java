package openproton;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import openproton.api.ApiModel;
import openproton.api.state.StateKeeper;
import openproton.api.webhook.WebhookReceiver;
import openproton.auth.credential.KnownCredentials;
import openproton.auth.credential.LentCredentials;
import openproton.auth.key.AccessKeys;
import openproton.auth.key.FirstKeys;
import openproton.auth.key.MasterKey;
import openproton.auth.permission.Permissions;
import openproton.auth.signature.SignatureVerifier;
import openproton.base.Ids;
import openproton.provision.DeploymentLog;
import openproton.render.jinja.Jinja;
import openproton.resource.Conditions;
import openproton.resource.Operations;
import openproton.resource.Resources;
import openproton.resource.Tools;
import openproton.resource.deployment.BuildAccess;
import openproton.resource.request.PageTokens;
import openproton.resource.state.States;
import openproton.resource.sync.Webhooks;
import openproton.resource.template.BucketFolder;
import openproton.resource.template.Buckets;
import openproton.resource.template.S3Buckets;
import openproton.server.HttpDoor;
import openproton.server.Meters;
import openproton.server.Route;
import openproton.server.ServerOptions;
import openproton.server.StateHandler;
import openproton.server.WebhookHandler;
import openproton.server.gate.AwsJson;
import openproton.server.gate.Gates;
import openproton.server.gate.LimitRate;
import openproton.settings.Config;
import openproton.settings.DataFolder;
import openproton.store.Database;
import openproton.work.Bell;
import openproton.work.Jobs;
import openproton.work.Worker;
import openproton.work.Workflow;

/// The running program: calls constructors, top to bottom. Read it as the map of everything.
final class House implements AutoCloseable {
    private static final String SERVICE = "proton";
    private static final double REQUESTS_PER_SECOND_MAX = 20_000;
    private static final int REQUESTS_AT_ONCE_MAX = 20_000;
    private static final int BUNDLE_MB_MAX = 50;
    private static final Duration LIFE_BEYOND_BUILD = Duration.ofMinutes(30);

    private final Parts parts;
    private final Database database;
    private final Bell bell = new Bell();
    private final MasterKey master;
    private final KnownCredentials credentials;
    private final List<Workflow> workflows;
    private final HttpDoor door;
    private final Worker worker;

    /// What differs between the real house and one in a test.
    ///
    /// @param outside the systems that this house works with, for a data folder
    record Parts(
            Config config,
            String masterKey,
            InstantSource clock,
            Ids ids,
            RandomGenerator random,
            Function<Path, ExternalSystems> outside) {}

    /// Builds the house; nothing listens or works before [#start].
    House(Parts parts) {
        this.parts = parts;
        Config config = parts.config();
        InstantSource clock = parts.clock();
        DataFolder folder = DataFolder.at(config.data());
        this.database = Database.open(config.database());
        this.master = new MasterKey(folder.masterKey(parts.masterKey(), parts.random(), database), parts.random());
        this.credentials = KnownCredentials.in(database, master, parts.random(), clock);
        new FirstKeys(database, credentials.keys()).ensure(folder.credentials());
        var jobs = new Jobs(database, clock, bell);
        ExternalSystems outside = parts.outside().apply(config.data());
        var tools = new Tools(
                new Tools.Keeping(database, jobs),
                new Tools.Time(clock, parts.ids()),
                provisioning(outside),
                new Tools.Sources(buckets(folder, outside), outside.connections()),
                new PageTokens(master.derive("page tokens"), clock),
                config.quotas());
        var resources = new Resources(tools);
        this.workflows = resources.workflows();
        var json = new AwsJson(ApiModel.OPERATIONS, new Operations(resources).all());
        var options = ServerOptions.at(config.host(), config.port());
        this.door = new HttpDoor(
                options,
                gates(json, options),
                new Meters(),
                parts.ids(),
                clock,
                List.of(states(options), webhooks(outside, resources, options)));
        this.worker = new Worker(database, workflows, clock, bell);
    }

    /// What every request passes.
    private Gates gates(AwsJson json, ServerOptions options) {
        var conditions = new Conditions(database);
        var permissions = new Permissions(
                (_, input, caller, resource) -> conditions.of(input, caller, resource),
                conditions::target,
                parts.clock());
        return Gates.of(
                parts.ids(),
                options.bodyBytesMax(),
                new SignatureVerifier(SERVICE, credentials, parts.clock()),
                new LimitRate(parts.clock(), REQUESTS_PER_SECOND_MAX, REQUESTS_AT_ONCE_MAX),
                permissions,
                json);
    }

    private static Buckets buckets(DataFolder data, ExternalSystems outside) {
        var folder = new BucketFolder(data.buckets(), BUNDLE_MB_MAX << 20);
        return outside.bundles()
                .<Buckets>map(objects -> new S3Buckets(objects, folder, BUNDLE_MB_MAX << 20))
                .orElse(folder);
    }

    private Tools.Provisioning provisioning(ExternalSystems outside) {
        Path data = parts.config().data();
        return new Tools.Provisioning(
                outside.engines(),
                new Jinja(System::nanoTime),
                new BuildAccess(new LentCredentials(
                        credentials,
                        outside.roles(),
                        this::address,
                        parts.config().builds().timeMax().plus(LIFE_BEYOND_BUILD))),
                new DeploymentLog(data),
                outside.customerTags());
    }

    /// Where Terraform's states are kept.
    private Route states(ServerOptions options) {
        var logs = new DeploymentLog(parts.config().data());
        var seal = seal(new MasterKey(master.derive("terraform state"), parts.random()));
        var keeper = new States(database, seal, logs, parts.clock());
        var handler = new StateHandler(keeper, credentials.states(), options.readLimit(), parts.ids());
        return new Route(StateKeeper.PATHS, handler);
    }

    private static States.Seal seal(MasterKey key) {
        return new States.Seal() {
            @Override
            public byte[] close(String text, String purpose) {
                return key.seal(text, purpose);
            }

            @Override
            public Optional<String> open(byte[] sealed, String purpose) {
                return key.open(sealed, purpose);
            }
        };
    }

    /// Where git hosts send their notices.
    private Route webhooks(ExternalSystems outside, Resources resources, ServerOptions options) {
        var receiver = new Webhooks(
                outside.connections(),
                resources.pushes(),
                Set.copyOf(outside.engines().values()));
        return new Route(WebhookReceiver.PATHS, new WebhookHandler(receiver, options.readLimit(), parts.ids()));
    }

    /// Starts to answer and to work; when it returns, the house is ready.
    House start() {
        startDoor();
        worker.start();
        return this;
    }

    /// Starts to answer requests, but not to work on jobs.
    House startDoor() {
        if (parts.config().isOneNode()) {
            Worker.freeAll(database);
        }
        door.open();
        return this;
    }

    /// Where it answers.
    URI address() {
        String host = Optional.of(parts.config().host())
                .filter(name -> !name.equals("0.0.0.0"))
                .orElse("127.0.0.1");
        return URI.create("http://%s:%d".formatted(host, door.port()));
    }

    /// The access keys, for tests with several accounts.
    AccessKeys keys() {
        return credentials.keys();
    }

    /// The database, for commands that work beside the server.
    Database database() {
        return database;
    }

    /// The workflows that run behind the answers.
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
