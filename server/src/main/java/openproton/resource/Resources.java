package openproton.resource;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openproton.api.DeploymentTargetResourceType;
import openproton.api.TemplateType;
import openproton.provision.DeploymentLog;
import openproton.render.TemplateEngine;
import openproton.render.bundle.BundleLimits;
import openproton.resource.component.ComponentRules;
import openproton.resource.component.Components;
import openproton.resource.connection.Connections;
import openproton.resource.deployment.Blueprints;
import openproton.resource.deployment.DeployWorkflow;
import openproton.resource.deployment.DeployableTable;
import openproton.resource.deployment.Deployments;
import openproton.resource.deployment.Engines;
import openproton.resource.deployment.Orders;
import openproton.resource.deployment.Results;
import openproton.resource.environment.EnvironmentFamily;
import openproton.resource.environment.EnvironmentRules;
import openproton.resource.environment.Environments;
import openproton.resource.repository.ConnectionReach;
import openproton.resource.repository.Repositories;
import openproton.resource.request.Idempotency;
import openproton.resource.request.Pages;
import openproton.resource.request.Quotas;
import openproton.resource.service.CreationWorkflow;
import openproton.resource.service.DeletionWorkflow;
import openproton.resource.service.EditWorkflow;
import openproton.resource.service.ExtensionWorkflow;
import openproton.resource.service.Placement;
import openproton.resource.service.ServiceAftermath;
import openproton.resource.service.ServiceTable;
import openproton.resource.service.Services;
import openproton.resource.state.States;
import openproton.resource.sync.Pushes;
import openproton.resource.sync.SyncConfig;
import openproton.resource.sync.SyncConfigTable;
import openproton.resource.template.Buckets;
import openproton.resource.template.RegisterWorkflow;
import openproton.resource.template.TemplateKey;
import openproton.resource.template.Templates;
import openproton.resource.template.VersionKey;
import openproton.resource.template.VersionRules;
import openproton.resource.template.Versions;
import openproton.store.Database;
import openproton.store.Transaction;
import openproton.work.Workflow;

/// Wires the folders of this room: what they share, and where one must know of another that it may not use.
public final class Resources {
    private final Tools tools;
    private final Engines engines;
    private final Idempotency idempotency;
    private final Versions versions;
    private final Deployments deployments;

    public Resources(Tools tools) {
        this.tools = tools;
        this.engines = new Engines(tools.provisioning().engines());
        this.idempotency = new Idempotency(tools.time().clock());
        var templates =
                new Templates(database(), idempotency, quotas(), tools.time().clock(), Resources::follows);
        this.versions = new Versions(templates, tools.keeping().jobs(), new VersionRules(Resources::anyUseOf));
        var service = new ServiceAftermath(tools.keeping().jobs());
        this.deployments = new Deployments(
                tools.keeping().jobs(),
                tools.time().clock(),
                tools.time().ids(),
                List.of(
                        Environments::settled,
                        service::settled,
                        Components::settled,
                        (tx, deployment) -> States.settled(tx, deployment, logs())));
    }

    private static boolean follows(Transaction tx, TemplateKey template) {
        var follower = SyncConfig.Follower.template(template.scope(), template.type(), template.name());
        return new SyncConfigTable(tx).find(follower).isPresent();
    }

    private static Optional<String> anyUseOf(Transaction tx, VersionKey version) {
        var types = version.template().type() == TemplateType.ENVIRONMENT
                ? List.of(DeploymentTargetResourceType.ENVIRONMENT)
                : List.of(DeploymentTargetResourceType.SERVICE_INSTANCE, DeploymentTargetResourceType.SERVICE_PIPELINE);
        var table = new DeployableTable(tx);
        return types.stream()
                .flatMap(type -> table.anyUsing(version.template().scope(), type, version.inShort()).stream())
                .findFirst();
    }

    /// The same on another database, such as one that rehearses.
    Resources on(Database other) {
        return new Resources(tools.on(other));
    }

    Database database() {
        return tools.keeping().database();
    }

    Templates templates() {
        return versions.templates();
    }

    Versions versions() {
        return versions;
    }

    Deployments deployments() {
        return deployments;
    }

    Quotas quotas() {
        return tools.quotas();
    }

    Buckets buckets() {
        return tools.bundles();
    }

    TemplateEngine jinja() {
        return tools.provisioning().jinja();
    }

    DeploymentLog logs() {
        return tools.provisioning().logs();
    }

    Idempotency idempotency() {
        return idempotency;
    }

    Pages pages() {
        return new Pages(tools.pageTokens());
    }

    Results results() {
        return new Results(database());
    }

    Environments environments() {
        return new Environments(
                database(), idempotency, versions, deployments, new EnvironmentRules(engines), quotas());
    }

    Services services() {
        return new Services(
                database(),
                idempotency,
                versions,
                deployments,
                new Placement(engines, new EnvironmentFamily(versions)),
                tools.keeping().jobs());
    }

    Components components() {
        return new Components(
                database(),
                idempotency,
                deployments,
                new ComponentRules(engines, new EnvironmentFamily(versions), versions),
                quotas(),
                tools.time().clock());
    }

    Repositories repositories() {
        return new Repositories(database(), idempotency, new ConnectionReach(tools.connections()));
    }

    Connections connections() {
        return new Connections(
                database(),
                idempotency,
                quotas(),
                tools.time().clock(),
                tools.time().ids());
    }

    SyncResources sync() {
        return new SyncResources(tools, this);
    }

    /// What pushes wake.
    public Pushes pushes() {
        return sync().pushes();
    }

    Blueprints blueprints() {
        return new Blueprints(
                versions,
                jinja(),
                (tx, scope, name) ->
                        new ServiceTable(tx).find(scope, name).orElseThrow().facts(),
                new KnownSites(tools.connections(), tools.provisioning().customerTags()));
    }

    Orders orders(Blueprints blueprints) {
        return new Orders(database(), blueprints, engines, tools.provisioning().access());
    }

    /// Everything that goes on behind the answers.
    public List<Workflow> workflows() {
        var time = tools.time();
        Services services = services();
        Blueprints blueprints = blueprints();
        return Stream.concat(
                        Stream.of(
                                new RegisterWorkflow(
                                                database(),
                                                buckets(),
                                                BundleLimits.STANDARD,
                                                jinja(),
                                                time.ids(),
                                                time.clock())
                                        .steps(),
                                new DeployWorkflow(
                                                database(), deployments, blueprints, orders(blueprints), time.clock())
                                        .steps(),
                                new CreationWorkflow(services).steps(),
                                new EditWorkflow(services).steps(),
                                new ExtensionWorkflow(services).steps(),
                                new DeletionWorkflow(services, sync().watch()).steps()),
                        sync().workflows().stream())
                .toList();
    }
}
