package openproton.server.gate;

import openproton.auth.Verified;
import openproton.auth.permission.Permissions;

/// Refuses calls that the policies of the caller do not allow.
record CheckPermission(Permissions permissions) implements Gate {

    @Override
    public Exchange pass(Exchange exchange) {
        Verified who = exchange.verified();
        OperationCall<?, ?> asked = exchange.asked();
        permissions.check(who.identity(), asked.shape(), asked.input(), who.caller());
        return exchange;
    }
}
