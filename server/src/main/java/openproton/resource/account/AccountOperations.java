package openproton.resource.account;

import java.util.List;
import openproton.api.Operation;
import openproton.store.Database;

/// The operations on an account as a whole.
public record AccountOperations(Database database) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(
                new GetAccountSettings(database),
                new UpdateAccountSettings(database),
                new GetResourcesSummary(database));
    }
}
