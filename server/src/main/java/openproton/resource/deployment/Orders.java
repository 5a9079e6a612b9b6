package openproton.resource.deployment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.ProvisionedResource;
import openproton.base.FileTree;
import openproton.provision.Engine;
import openproton.provision.EngineKind;
import openproton.provision.Order;
import openproton.provision.Plan;
import openproton.render.bundle.BundleArchive;
import openproton.resource.template.ArchiveTable;
import openproton.store.Database;
import openproton.store.Transaction;

/// Makes the orders that engines carry out from deployments that were rendered.
///
/// @param blueprints knows how a deployment is provisioned
/// @param engines carry orders out
/// @param access what commands may use while they run
public record Orders(Database database, Blueprints blueprints, Engines engines, BuildAccess access) {

    private Sites sites() {
        return blueprints.sites();
    }

    /// What commands may use while they run.
    @FunctionalInterface
    public interface BuildAccess {

        /// Environment variables: what the engine of that kind reaches this server with for that target alone.
        Map<String, String> environment(EngineKind kind, Target target, String deploymentId);
    }

    /// The engine that carries a deployment out.
    Engine engine(StoredDeployment deployment) {
        return database.read(tx -> engines.of(
                blueprints.method(tx, deployment),
                sites().of(tx, deployment.target()).repository().isPresent()));
    }

    /// The kind of engine that carries a deployment out.
    EngineKind kind(Transaction tx, StoredDeployment deployment) {
        return Engines.kind(
                blueprints.method(tx, deployment),
                sites().of(tx, deployment.target()).repository().isPresent());
    }

    /// What the engine of a deployment can name already, though others end it.
    List<ProvisionedResource> resources(StoredDeployment deployment) {
        return engine(deployment).resources(deployment.id()).stream()
                .map(ProvisionedResources::toApi)
                .toList();
    }

    /// What a deployment that was never kept would change in the world.
    public Plan plan(StoredDeployment planned, FileTree files) {
        return engine(planned).plan(of(planned, files));
    }

    /// The order to carry out what a deployment kept when it was rendered.
    Order of(StoredDeployment deployment) {
        byte[] files = database.read(tx ->
                        new ArchiveTable(tx).find(deployment.traces().archive().orElseThrow()))
                .orElseThrow();
        return of(deployment, BundleArchive.unpack(files));
    }

    /// The order to carry a deployment out with some files.
    Order of(StoredDeployment deployment, FileTree files) {
        return database.read(tx -> {
            Target target = deployment.target();
            Site site = sites().of(tx, target);
            var subject = new Order.Subject(target.arn(), StackName.of(target), site.tags());
            EngineKind kind = kind(tx, deployment);
            var proposal = kind == EngineKind.PULL_REQUEST
                    ? site.repository().map(place -> Proposals.of(tx, deployment, place, files))
                    : Optional.<Order.Proposal>empty();
            var means = new Order.Means(
                    site.account(),
                    target.scope().region(),
                    site.role(blueprints.method(tx, deployment)),
                    environment(kind, target, deployment.id()),
                    proposal);
            return new Order(deployment.id(), action(deployment), subject, files, means);
        });
    }

    private Map<String, String> environment(EngineKind kind, Target target, String deploymentId) {
        var environment = new LinkedHashMap<>(access.environment(kind, target, deploymentId));
        environment.put("AWS_REGION", target.scope().region());
        environment.put("AWS_DEFAULT_REGION", target.scope().region());
        environment.put("RESOURCE_ARN", target.arn());
        environment.put("STACK_NAME", StackName.of(target));
        return environment;
    }

    private static Order.Action action(StoredDeployment deployment) {
        return switch (deployment.plan().action()) {
            case PROVISION -> Order.Action.PROVISION;
            case DEPROVISION -> Order.Action.DEPROVISION;
        };
    }
}
