package openproton.change.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.ProvisionedResource;
import openproton.base.FileTree;
import openproton.change.ArchiveTable;
import openproton.change.StoredDeployment;
import openproton.change.Target;
import openproton.provision.Engine;
import openproton.provision.EngineKind;
import openproton.provision.Order;
import openproton.provision.Plan;
import openproton.render.bundle.BundleArchive;
import openproton.store.Database;
import openproton.store.Transaction;

/// Makes the orders that engines carry out from deployments that were rendered.
///
/// @param blueprints knows how a deployment is provisioned
/// @param engines carry orders out
/// @param access what engines may use
public record Orders(Database database, Blueprints blueprints, Engines engines, BuildAccess access) {

    private Sites sites() {
        return blueprints.sites();
    }

    /// The engine that carries a deployment out.
    Engine engine(StoredDeployment deployment) {
        return engines.of(database.read(tx -> kind(tx, deployment)));
    }

    /// The kind of engine that carries a deployment out; it stays the same when settings change meanwhile.
    public EngineKind kind(Transaction tx, StoredDeployment deployment) {
        return deployment
                .traces()
                .rendered()
                .engine()
                .orElseGet(() ->
                        Engines.kind(blueprints.method(tx, deployment), sites().areProposed(tx, deployment.target())));
    }

    /// What the engine of a deployment can name already, though others end it.
    public List<ProvisionedResource> resources(StoredDeployment deployment) {
        return engine(deployment).resources(deployment.id()).stream()
                .map(ProvisionedResources::toApi)
                .toList();
    }

    /// What a deployment that was never kept would change in the world.
    ///
    /// @throws ConflictException when the role that it would be looked at with cannot be assumed
    public Plan plan(StoredDeployment planned, FileTree files) {
        return engine(planned).plan(of(planned, files));
    }

    /// The order to carry out what a deployment kept when it was rendered.
    ///
    /// @throws ConflictException when something that it needs is gone, or the role cannot be assumed
    Order of(StoredDeployment deployment) {
        byte[] files = database.read(tx -> new ArchiveTable(tx)
                        .find(deployment.traces().rendered().archive().orElseThrow()))
                .orElseThrow();
        return of(deployment, BundleArchive.unpack(files));
    }

    /// What the database knows of how a deployment is carried out.
    private record Course(EngineKind kind, Site site, Optional<String> role, Optional<Order.NewPullRequest> proposal) {}

    private Order of(StoredDeployment deployment, FileTree files) {
        Target target = deployment.target();
        Course course = database.read(tx -> course(tx, deployment, files));
        var actor = new BuildAccess.Actor(course.site().account(), course.role());
        var grant = access.grant(course.kind(), target, deployment.id(), actor);
        var subject = new Order.Subject(
                target.arn(), StackName.of(target), course.site().tags());
        var means = new Order.Means(
                course.site().account(),
                target.scope().region(),
                grant.role(),
                environment(grant, target),
                course.proposal());
        return new Order(deployment.id(), action(deployment), subject, files, means);
    }

    private Course course(Transaction tx, StoredDeployment deployment, FileTree files) {
        Site site = sites().of(tx, deployment.target());
        EngineKind kind = kind(tx, deployment);
        var proposal = kind == EngineKind.PULL_REQUEST
                ? site.repository().map(place -> Proposals.of(tx, deployment, place, files))
                : Optional.<Order.NewPullRequest>empty();
        return new Course(kind, site, site.role(blueprints.method(tx, deployment)), proposal);
    }

    private static Map<String, String> environment(BuildAccess.Grant grant, Target target) {
        var environment = new LinkedHashMap<>(grant.environment());
        environment.put("AWS_REGION", target.scope().region());
        environment.put("AWS_DEFAULT_REGION", target.scope().region());
        environment.put("RESOURCE_ARN", target.arn());
        environment.put("STACK_NAME", StackName.of(target));
        return environment;
    }

    private static Order.Action action(StoredDeployment deployment) {
        return switch (deployment.request().action()) {
            case PROVISION -> Order.Action.PROVISION;
            case DEPROVISION -> Order.Action.DEPROVISION;
        };
    }
}
