package openproton.resource.request;

import java.util.Optional;
import openproton.api.ValidationException;
import openproton.base.Arn;

/// A role that a request names is one of the account it names it for: this server may be able to assume the roles of
/// all accounts, so only a connection lets one account use a role of another.
public final class OwnRole {
    private OwnRole() {}

    /// @param member the member of the input that names the role
    /// @param role an ARN; empty where none is named, or where an empty text clears it
    /// @throws ValidationException when it is a role of another account
    public static void require(String member, Optional<String> role, String account) {
        role.filter(given -> Arn.parse(given)
                        .filter(arn -> arn.account().equals(account))
                        .isEmpty())
                .ifPresent(given -> {
                    throw new ValidationException(
                            "%s '%s' is not a role of account %s".formatted(member, given, account));
                });
    }
}
