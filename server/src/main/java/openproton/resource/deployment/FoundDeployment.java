package openproton.resource.deployment;

import java.util.Optional;
import openproton.api.ResourceNotFoundException;
import openproton.request.Scope;
import openproton.store.Transaction;

/// Finds the deployment that a caller means.
public final class FoundDeployment {
    private static final TargetNames ANY =
            new TargetNames(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private FoundDeployment() {}

    /// @throws ResourceNotFoundException when the scope has no such deployment
    public static StoredDeployment of(Transaction tx, Scope scope, String id) {
        return of(tx, scope, id, ANY);
    }

    /// @throws ResourceNotFoundException when the scope has no such deployment of something of these names
    static StoredDeployment of(Transaction tx, Scope scope, String id, TargetNames names) {
        return find(tx, scope, id)
                .filter(found -> names.match(found.target()))
                .orElseThrow(() -> new ResourceNotFoundException("deployment '%s' does not exist".formatted(id)));
    }

    /// A deployment, if the scope has it.
    public static Optional<StoredDeployment> find(Transaction tx, Scope scope, String id) {
        return new DeploymentTable(tx)
                .find(id)
                .filter(found -> found.target().scope().equals(scope));
    }
}
