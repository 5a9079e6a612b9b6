package openproton.change;

import java.util.Optional;
import openproton.api.ResourceNotFoundException;
import openproton.request.Scope;
import openproton.store.Transaction;

/// Finds the deployment that a caller means.
public final class FoundDeployment {
    private FoundDeployment() {}

    /// @throws ResourceNotFoundException when the scope has no such deployment
    public static StoredDeployment of(Transaction tx, Scope scope, String id) {
        return find(tx, scope, id).orElseThrow(() -> missing(id));
    }

    /// Says that the scope has no such deployment.
    public static ResourceNotFoundException missing(String id) {
        return new ResourceNotFoundException("deployment '%s' does not exist".formatted(id));
    }

    /// A deployment, if the scope has it.
    public static Optional<StoredDeployment> find(Transaction tx, Scope scope, String id) {
        return new DeploymentTable(tx)
                .findShown(id)
                .filter(found -> found.target().scope().equals(scope));
    }
}
