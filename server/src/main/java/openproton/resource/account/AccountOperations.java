package openproton.resource.account;

import java.util.List;
import openproton.request.Operation;

/// The operations on an account as a whole.
public record AccountOperations() {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(new GetAccountSettings(), new UpdateAccountSettings(), new GetResourcesSummary());
    }
}
