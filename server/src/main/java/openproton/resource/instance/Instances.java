package openproton.resource.instance;

import java.util.Optional;
import openproton.api.ResourceNotFoundException;
import openproton.api.ServiceInstance;
import openproton.change.Deployable;
import openproton.change.DeployableTable;
import openproton.change.Target;
import openproton.request.Scope;
import openproton.store.Transaction;

/// Finds service instances.
final class Instances {
    private Instances() {}

    static Optional<Deployable> find(Transaction tx, Scope scope, String service, String name) {
        return new DeployableTable(tx)
                .find(Target.instance(scope, "", service, name).arn());
    }

    /// @throws ResourceNotFoundException when there is no such instance
    static Deployable get(Transaction tx, Scope scope, String service, String name) {
        return find(tx, scope, service, name)
                .orElseThrow(() -> new ResourceNotFoundException(
                        "instance '%s' of service '%s' does not exist".formatted(name, service)));
    }

    /// The instance in detail, as it is now.
    static ServiceInstance show(Transaction tx, Deployable instance) {
        Deployable now = new DeployableTable(tx).get(instance.target());
        return InstanceViews.inDetail(now, new DeployableTable(tx).token(now.arn()));
    }
}
