package openproton;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openproton.api.SyncType;
import openproton.base.Ids;
import openproton.change.Deployments;
import openproton.change.Settlement;
import openproton.change.order.Blueprints;
import openproton.change.order.BuildAccess;
import openproton.change.order.DeployWorkflow;
import openproton.change.order.Engines;
import openproton.change.order.Orders;
import openproton.git.GitConnections;
import openproton.provision.DeploymentLog;
import openproton.render.TemplateEngine;
import openproton.render.bundle.BundleLimits;
import openproton.request.Dispatch;
import openproton.request.Operation;
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
import openproton.resource.template.bundle.Buckets;
import openproton.resource.template.bundle.UploadBundle;
import openproton.resource.template.version.RegisterWorkflow;
import openproton.resource.template.version.RegisteredVersions;
import openproton.resource.template.version.VersionOperations;
import openproton.resource.template.version.Versions;
import openproton.store.Database;
import openproton.work.Jobs;
import openproton.work.Workflow;
/// The resources of the house: calls the constructors of each noun, top to bottom, and lists their operations and
/// workflows.

final class Resources {
    private final Storage storage;
    private final Time time;
    private final Infrastructure infrastructure;
    private final Buckets buckets;
    private final Quotas quotas;
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

    /// Where storage and jobs are kept, and how lists are read.
    record Storage(Database database, Jobs jobs, Pages pages) {}

    /// The clock and the source of ids.
    record Time(InstantSource clock, Ids ids) {}

    /// How infrastructure comes about.
    ///
    /// @param access lends credentials to builds
    record Infrastructure(ExternalSystems outside, TemplateEngine jinja, BuildAccess access, DeploymentLog logs) {}

    Resources(Storage storage, Time time, Infrastructure infrastructure, Buckets buckets, Quotas quotas) {
        this.storage = storage;
        this.time = time;
        this.infrastructure = infrastructure;
        this.buckets = buckets;
        this.quotas = quotas;
        var engines = new Engines(infrastructure.outside().engines());
        this.templates = new Templates(quotas, time.clock(), Syncs::isFollowing);
        this.versions = new Versions(templates, storage.jobs());
        this.deployments = new Deployments(storage.jobs(), time.clock(), time.ids());
        this.settlement = new Settlement(storage.jobs(), time.clock(), aftermaths());
        this.orders = new Orders(storage.database(), blueprints(), engines, infrastructure.access());
        this.environments = new Environments(versions, deployments, settlement, new EnvironmentRules(engines), quotas);
        var family = new EnvironmentFamily(versions);
        this.services = new Services(versions, deployments, new Placement(engines, family), storage.jobs());
        var rules = new ComponentRules(engines, family, versions);
        this.components = new Components(deployments, rules, quotas, time.clock());
        this.syncs = new Syncs(storage.jobs());
        this.watch = new SyncWatch(time.clock(), time.ids());
    }

    /// What follows when a deployment is settled.
    private List<Settlement.Aftermath> aftermaths() {
        return List.of(
                Environments::settled,
                new ServiceAftermath(storage.jobs())::settled,
                Components::settled,
                (tx, deployment) -> States.settled(tx, deployment, infrastructure.logs()));
    }

    private Blueprints blueprints() {
        var outside = infrastructure.outside();
        return new Blueprints(
                new RegisteredVersions(versions),
                infrastructure.jinja(),
                ServiceTable::facts,
                new KnownSites(outside.connections(), outside.customerTags()));
    }

    /// The table of contents: every operation that this server answers, folder by folder.
    List<Operation<?, ?>> operations() {
        InstantSource clock = time.clock();
        Pages pages = storage.pages();
        GitConnections hosts = infrastructure.outside().connections();
        var repositories = new Repositories(new ConnectionReach(hosts));
        var connections = new AccountConnections(quotas, clock, time.ids());
        var linked = new LinkedRepositories(storage.database(), hosts);
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
                        new DeploymentOperations(deployments, settlement, orders, pages, infrastructure.logs()).all(),
                        new PreviewOperations(updates, versions, orders, infrastructure.jinja()).all(),
                        new RecoveryOperations(deployments, settlement, orders.blueprints(), watch).all(),
                        new TagOperations(pages).all())
                .flatMap(List::stream)
                .toList();
    }

    /// Everything that goes on behind the answers.
    List<Workflow> workflows(Dispatch dispatch) {
        InstantSource clock = time.clock();
        Database database = storage.database();
        Jobs jobs = storage.jobs();
        GitConnections hosts = infrastructure.outside().connections();
        var linked = new LinkedRepositories(storage.database(), hosts);
        var instances = new InstanceSync(database, linked, new SyncRole(dispatch), clock);
        Map<SyncType, Following> following = Map.of(
                SyncType.TEMPLATE_SYNC, new TemplateFollowing(jobs),
                SyncType.SERVICE_SYNC, new ServiceFollowing(jobs));
        return List.of(
                new RegisterWorkflow(
                                database, buckets, BundleLimits.STANDARD, infrastructure.jinja(), time.ids(), clock)
                        .steps(),
                new DeployWorkflow(database, deployments, settlement, orders, clock).steps(),
                new CreationWorkflow(database, services, settlement).steps(),
                new EditWorkflow(database, services).steps(),
                new ExtensionWorkflow(database, services).steps(),
                new DeletionWorkflow(database, services, watch).steps(),
                new FollowWorkflow(database, hosts, following, clock).steps(),
                new TemplateSync(database, hosts, versions, new SyncedBundles(buckets), clock).steps(),
                new ServiceSync(database, instances, clock).steps());
    }

    /// What pushes to repositories wake.
    Pushes pushes() {
        return new Pushes(storage.database(), syncs);
    }

    /// Has every deployment that waits for something in the world look again.
    Runnable wakeWaiting() {
        return () -> storage.database().change(deployments::wakeWaiting);
    }
}
