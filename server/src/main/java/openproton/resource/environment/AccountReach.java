package openproton.resource.environment;

import openproton.change.Deployable;
import openproton.store.Transaction;

/// Whether what was provisioned in an environment can still be removed from its account
/// (docs/behaviour/accounts-and-permissions.md#deleted-connections).
public record AccountReach(Transaction tx) {

    /// @param leaving the environment, or an instance or a component in it
    /// @throws ConflictException when it has provisioned something and the connection to that account is gone
    public void require(Deployable leaving) {
        if (leaving.provisioned().archive().isPresent()) {
            var target = leaving.target();
            new EnvironmentTable(tx)
                    .find(target.scope(), target.environment())
                    .ifPresent(StoredEnvironment::usableRoles);
        }
    }
}
