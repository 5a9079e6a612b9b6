package openproton.resource.connection;

import java.time.InstantSource;
import java.util.Optional;
import openproton.api.AccessDeniedException;
import openproton.api.Caller;
import openproton.api.EnvironmentAccountConnectionStatus;
import openproton.api.ResourceNotFoundException;
import openproton.base.Ids;
import openproton.request.Quotas;
import openproton.store.Transaction;

/// What all operations on account connections share; who may do what is decided by the side a caller is on
/// (docs/behaviour/accounts-and-permissions.md#account-connections).
public record AccountConnections(Quotas quotas, InstantSource clock, Ids ids) {

    /// The connection of an id that concerns the caller's account.
    static Optional<StoredConnection> find(Transaction tx, Caller caller, String id) {
        return new ConnectionTable(tx)
                .find(id)
                .filter(found -> found.region().equals(caller.region()))
                .filter(found -> found.sides().concern(caller.account()));
    }

    /// @throws ResourceNotFoundException when there is none that concerns the caller's account
    static StoredConnection get(Transaction tx, Caller caller, String id) {
        return find(tx, caller, id)
                .orElseThrow(
                        () -> new ResourceNotFoundException("account connection '%s' does not exist".formatted(id)));
    }

    /// @throws AccessDeniedException when the caller is on the side of the management account
    static StoredConnection asEnvironmentAccount(Transaction tx, Caller caller, String id) {
        StoredConnection connection = get(tx, caller, id);
        refuseOtherSide(caller, connection, connection.sides().environment(), "the environment account");
        return connection;
    }

    /// @throws AccessDeniedException when the caller is on the side of the environment account
    static StoredConnection asManagementAccount(Transaction tx, Caller caller, String id) {
        StoredConnection connection = get(tx, caller, id);
        refuseOtherSide(caller, connection, connection.sides().management(), "the management account");
        return connection;
    }

    private static void refuseOtherSide(Caller caller, StoredConnection connection, String side, String words) {
        if (!caller.account().equals(side)) {
            throw new AccessDeniedException("User: %s is not authorized to do this with %s: only %s (%s) may"
                    .formatted(caller.principal(), connection.arn(), words, side));
        }
    }

    /// Keeps another status, and answers with the connection as it is then.
    StoredConnection move(Transaction tx, StoredConnection connection, EnvironmentAccountConnectionStatus status) {
        var table = new ConnectionTable(tx);
        if (connection.lifecycle().status() != status) {
            table.change(connection.id(), connection.roles(), status, clock.instant());
        }
        return table.find(connection.id()).orElseThrow();
    }
}
