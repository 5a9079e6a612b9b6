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
import java.util.stream.Stream;
import openproton.api.ApiModel;
import openproton.api.SyncType;
import openproton.auth.AccessKeys;
import openproton.base.Ids;
import openproton.change.Deployments;
import openproton.change.Settlement;
import openproton.change.order.Blueprints;
import openproton.change.order.BuildAccess;
import openproton.change.order.DeployWorkflow;
import openproton.change.order.Engines;
import openproton.change.order.Orders;
import openproton.git.Connections;
import openproton.provision.DeploymentLog;
import openproton.provision.Engine;
import openproton.provision.EngineKind;
import openproton.provision.aws.S3Objects;
import openproton.render.TemplateEngine;
import openproton.render.bundle.BundleLimits;
import openproton.render.jinja.Jinja;
import openproton.request.Dispatch;
import openproton.request.Operation;
import openproton.request.PageTokens;
import openproton.request.Pages;
import openproton.request.Quotas;
import openproton.resource.account.AccountOperations;
import openproton.resource.component.ComponentOperations;
import openproton.resource.component.ComponentRules;
import openproton.resource.component.Components;
import openproton.resource.component.UpdateComponent;
import openproton.resource.connection.AccountConnections;
import openproton.resource.connection.ConnectionOperations;
import openproton.resource.deployment.DeploymentOperations;
import openproton.resource.environment.EnvironmentFamily;
import openproton.resource.environment.EnvironmentOperations;
import openproton.resource.environment.EnvironmentRules;
import openproton.resource.environment.Environments;
import openproton.resource.environment.KnownSites;
import openproton.resource.environment.UpdateEnvironment;
import openproton.resource.instance.InstanceOperations;
import openproton.resource.instance.UpdateServiceInstance;
import openproton.resource.pipeline.PipelineOperations;
import openproton.resource.pipeline.UpdateServicePipeline;
import openproton.resource.preview.PreviewOperations;
import openproton.resource.preview.Updates;
import openproton.resource.recovery.RecoveryOperations;
import openproton.resource.repository.ConnectionReach;
import openproton.resource.repository.Repositories;
import openproton.resource.repository.RepositoryOperations;
import openproton.resource.service.CreateService;
import openproton.resource.service.CreationWorkflow;
import openproton.resource.service.DeletionWorkflow;
import openproton.resource.service.EditWorkflow;
import openproton.resource.service.ExtensionWorkflow;
import openproton.resource.service.Placement;
import openproton.resource.service.ServiceAftermath;
import openproton.resource.service.ServiceOperations;
import openproton.resource.service.ServiceTable;
import openproton.resource.service.Services;
import openproton.resource.state.States;
import openproton.resource.sync.SyncOperations;
import openproton.resource.sync.follow.FollowWorkflow;
import openproton.resource.sync.follow.Following;
import openproton.resource.sync.follow.LinkedRepositories;
import openproton.resource.sync.follow.Pushes;
import openproton.resource.sync.follow.Syncs;
import openproton.resource.sync.service.CreateServiceFromRepository;
import openproton.resource.sync.service.InstanceSync;
import openproton.resource.sync.service.ServiceFollowing;
import openproton.resource.sync.service.ServiceSync;
import openproton.resource.sync.service.SyncRole;
import openproton.resource.sync.service.SyncWatch;
import openproton.resource.sync.template.SyncedBundles;
import openproton.resource.sync.template.TemplateFollowing;
import openproton.resource.sync.template.TemplateSync;
import openproton.resource.tag.TagOperations;
import openproton.resource.template.TemplateOperations;
import openproton.resource.template.Templates;
import openproton.resource.template.bundle.BucketFolder;
import openproton.resource.template.bundle.Buckets;
import openproton.resource.template.bundle.S3Buckets;
import openproton.resource.template.bundle.UploadBundle;
import openproton.resource.template.version.RegisterWorkflow;
import openproton.resource.template.version.RegisteredVersions;
import openproton.resource.template.version.VersionOperations;
import openproton.resource.template.version.Versions;
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
    private final Outside outside;
    private final Database database;
    private final Bell bell = new Bell();
    private final Guard guard;
    private final Buckets buckets;
    private final DeploymentLog logs;
    private final TemplateEngine jinja = new Jinja(System::nanoTime);
    private final Jobs jobs;
    private final Pages pages;

    private final Templates templates;
    private final Versions versions;
    private final Deployments deployments;
    private final Settlement settlement;
    private final Orders orders;
    private final Environments environments;
    private final Services services;
    private final Components components;
    private final Syncs syncs;
    private final SyncWatch watch;

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
        this.outside = parts.outside().apply(config.data());
        this.database = Database.open(config.database());
        this.guard = new Guard(
                folder.masterKey(parts.masterKey(), parts.random(), database), database, parts.random(), clock);
        guard.ensureKeys(folder);
        this.buckets = buckets(folder);
        this.logs = new DeploymentLog(config.data());
        this.jobs = new Jobs(database, clock, bell);
        this.pages = new Pages(new PageTokens(guard.keyFor("page tokens"), clock));

        var engines = new Engines(outside.engines());
        this.templates = new Templates(config.quotas(), clock, Syncs::isFollowing);
        this.versions = new Versions(templates, jobs);
        this.deployments = new Deployments(jobs, clock, parts.ids());
        this.settlement = new Settlement(jobs, clock, aftermaths());
        this.orders = new Orders(database, blueprints(), engines, access());
        this.environments =
                new Environments(versions, deployments, settlement, new EnvironmentRules(engines), config.quotas());
        var family = new EnvironmentFamily(versions);
        this.services = new Services(versions, deployments, new Placement(engines, family), jobs);
        var rules = new ComponentRules(engines, family, versions);
        this.components = new Components(deployments, rules, config.quotas(), clock);
        this.syncs = new Syncs(jobs);
        this.watch = new SyncWatch(clock, parts.ids());

        var dispatch = new Dispatch(database, clock, ApiModel.OPERATIONS, operations());
        this.workflows = workflows(dispatch);
        this.worker = new Worker(database, workflows, clock, bell);
        this.door = door(new AwsJson(ApiModel.OPERATIONS, dispatch));
    }

    private Buckets buckets(DataFolder data) {
        var folder = new BucketFolder(data.buckets(), BUNDLE_MB_MAX << 20);
        return outside.bundles()
                .<Buckets>map(objects -> new S3Buckets(objects, folder, BUNDLE_MB_MAX << 20))
                .orElse(folder);
    }

    /// What follows when a deployment is settled.
    private List<Settlement.Aftermath> aftermaths() {
        return List.of(
                Environments::settled,
                new ServiceAftermath(jobs)::settled,
                Components::settled,
                (tx, deployment) -> States.settled(tx, deployment, logs));
    }

    private Blueprints blueprints() {
        return new Blueprints(
                new RegisteredVersions(versions),
                jinja,
                ServiceTable::facts,
                new KnownSites(outside.connections(), outside.customerTags()));
    }

    /// What builds reach this house, and the world outside, with.
    private BuildAccess access() {
        Duration life = parts.config().builds().timeMax().plus(LIFE_BEYOND_BUILD);
        return new HouseAccess(guard, this::address, life, outside.roles());
    }

    /// The table of contents: every operation that this server answers, folder by folder.
    private List<Operation<?, ?>> operations() {
        Quotas quotas = parts.config().quotas();
        InstantSource clock = parts.clock();
        var repositories = new Repositories(new ConnectionReach(outside.connections()));
        var connections = new AccountConnections(quotas, clock, parts.ids());
        var linked = new LinkedRepositories(database, outside.connections());
        var synced = new CreateServiceFromRepository(syncs, new CreateService(services, quotas), linked);
        var updates = new Updates(
                new UpdateEnvironment(environments),
                new UpdateServiceInstance(services, watch),
                new UpdateServicePipeline(services),
                new UpdateComponent(components));
        return Stream.of(
                        new AccountOperations().all(),
                        new TemplateOperations(templates, pages).all(),
                        new VersionOperations(versions, pages).all(),
                        List.<Operation<?, ?>>of(new UploadBundle(buckets)),
                        new EnvironmentOperations(environments, pages).all(),
                        new ServiceOperations(services, quotas, pages, watch).all(),
                        new InstanceOperations(services, quotas, pages, watch).all(),
                        new PipelineOperations(services).all(),
                        new ComponentOperations(components, pages).all(),
                        new RepositoryOperations(repositories, pages).all(),
                        new SyncOperations(syncs, templates, synced, clock).all(),
                        new ConnectionOperations(connections, pages).all(),
                        new DeploymentOperations(deployments, settlement, orders, pages, logs).all(),
                        new PreviewOperations(updates, versions, orders, jinja).all(),
                        new RecoveryOperations(deployments, settlement, orders.blueprints(), watch).all(),
                        new TagOperations(pages).all())
                .flatMap(List::stream)
                .toList();
    }

    /// Everything that goes on behind the answers.
    private List<Workflow> workflows(Dispatch dispatch) {
        InstantSource clock = parts.clock();
        var linked = new LinkedRepositories(database, outside.connections());
        var instances = new InstanceSync(database, linked, new SyncRole(dispatch), clock);
        Map<SyncType, Following> following = Map.of(
                SyncType.TEMPLATE_SYNC, new TemplateFollowing(jobs),
                SyncType.SERVICE_SYNC, new ServiceFollowing(jobs));
        return List.of(
                new RegisterWorkflow(database, buckets, BundleLimits.STANDARD, jinja, parts.ids(), clock).steps(),
                new DeployWorkflow(database, deployments, settlement, orders, clock).steps(),
                new CreationWorkflow(database, services, settlement).steps(),
                new EditWorkflow(database, services).steps(),
                new ExtensionWorkflow(database, services).steps(),
                new DeletionWorkflow(database, services, watch).steps(),
                new FollowWorkflow(database, outside.connections(), following, clock).steps(),
                new TemplateSync(database, outside.connections(), versions, new SyncedBundles(buckets), clock).steps(),
                new ServiceSync(database, instances, clock).steps());
    }

    /// Where requests come in.
    private HttpDoor door(AwsJson json) {
        Config config = parts.config();
        var options = ServerOptions.at(config.host(), config.port());
        return new HttpDoor(
                options,
                guard.gates(json, options, parts.ids()),
                new Meters(),
                parts.ids(),
                parts.clock(),
                List.of(states(options), webhooks(options)));
    }

    /// Where Terraform's states are kept.
    private Route states(ServerOptions options) {
        var keeper = new States(database, guard.stateSeal(), logs, parts.clock());
        return new Route(StateDesk.PREFIX, new StateDesk(keeper, guard.states(), options.readLimit(), parts.ids()));
    }

    /// Where git hosts tell what happened.
    private Route webhooks(ServerOptions options) {
        var receiver = new Webhooks(
                outside.connections(),
                new Pushes(database, syncs),
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
        return guard.keys();
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
