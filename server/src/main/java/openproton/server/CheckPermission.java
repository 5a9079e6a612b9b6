package openproton.server;

import openproton.auth.Permissions;
import openproton.auth.Verified;

/// Refuses what the policies of the caller do not allow.
public record CheckPermission(Permissions permissions) implements Gate {

    @Override
    public Exchange pass(Exchange exchange) {
        Verified who = exchange.verified();
        Call<?, ?> asked = exchange.asked();
        permissions.check(who.identity(), asked.shape(), asked.input(), who.caller());
        return exchange;
    }
}
