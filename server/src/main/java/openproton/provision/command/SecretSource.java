package openproton.provision.command;

import java.util.Optional;

/// Finds the values of `env.secrets-manager`.
@FunctionalInterface
public interface SecretSource {

    /// The value of a secret; empty when the account has no such secret.
    ///
    /// @param account whose secret it is, 12 digits
    /// @param reference as in a buildspec: `secret-id`, or `secret-id:json-key`; the id may be an ARN
    Optional<String> secret(String account, String reference);
}
