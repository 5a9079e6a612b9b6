package openproton.request;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.ValidationException;
import openproton.base.Arn;

/// Holds the roles that requests name against the account of their caller: this server may be able to assume the roles
/// of all accounts, so only a connection lets one account use a role of another.
public final class OwnRole {
    private OwnRole() {}

    /// Lets a role of the caller's account pass, and none at all.
    ///
    /// @param member where the request names it
    /// @param role its ARN; empty text means none
    /// @throws ValidationException when it is of another account, or no role
    public static void require(String member, Optional<String> role, Caller caller) {
        role.filter(given -> !given.isEmpty())
                .filter(given -> Arn.parse(given)
                        .filter(arn -> isRoleOf(arn, caller.account()))
                        .isEmpty())
                .ifPresent(given -> {
                    throw new ValidationException(
                            "%s '%s' is not a role of account %s".formatted(member, given, caller.account()));
                });
    }

    private static boolean isRoleOf(Arn arn, String account) {
        return arn.service().equals("iam")
                && arn.resource().startsWith("role/")
                && arn.account().equals(account);
    }
}
