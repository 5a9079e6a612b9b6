package openproton.resource.deployment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import openproton.base.FileTree;
import openproton.provision.Engine;
import openproton.provision.Order;
import openproton.provision.Plan;
import openproton.render.bundle.BundleArchive;
import openproton.resource.template.ArchiveTable;
import openproton.resource.template.Method;
import openproton.store.Database;

/// Makes the orders that engines carry out from deployments that were rendered.
///
/// @param blueprints knows how a deployment is provisioned
/// @param engines carry orders out
/// @param sites tells where things are provisioned
/// @param access what commands may use while they run
public record Orders(Database database, Blueprints blueprints, Engines engines, Sites sites, BuildAccess access) {

    /// What commands may use while they run.
    @FunctionalInterface
    public interface BuildAccess {

        /// Environment variables: the endpoint, and credentials that may only notify for the target.
        Map<String, String> environment(Target target);
    }

    /// The engine that carries a deployment out.
    Engine engine(StoredDeployment deployment) {
        return engines.of(method(deployment));
    }

    /// What a deployment that was never kept would change in the world.
    public Plan plan(StoredDeployment planned, FileTree files) {
        return engine(planned).plan(of(planned, files));
    }

    private Method method(StoredDeployment deployment) {
        return database.read(tx -> blueprints.method(tx, deployment));
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
        Target target = deployment.target();
        Site site = database.read(tx -> sites.of(tx, target));
        String stackName = StackName.of(target);
        var environment = new LinkedHashMap<>(access.environment(target));
        environment.put("AWS_REGION", target.scope().region());
        environment.put("AWS_DEFAULT_REGION", target.scope().region());
        environment.put("RESOURCE_ARN", target.arn());
        environment.put("STACK_NAME", stackName);
        var means = new Order.Means(
                site.account(), target.scope().region(), site.role(method(deployment)), environment, Optional.empty());
        var subject = new Order.Subject(target.arn(), stackName, site.tags());
        return new Order(deployment.id(), action(deployment), subject, files, means);
    }

    private static Order.Action action(StoredDeployment deployment) {
        return switch (deployment.plan().action()) {
            case PROVISION -> Order.Action.PROVISION;
            case DEPROVISION -> Order.Action.DEPROVISION;
        };
    }
}
