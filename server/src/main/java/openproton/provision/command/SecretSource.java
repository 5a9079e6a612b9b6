package openproton.provision.command;

import java.util.Optional;

/// Where the values of `env.secrets-manager` come from.
@FunctionalInterface
public interface SecretSource {

    /// The value behind a reference; empty when the account has none.
    ///
    /// @param account whose secret it is, 12 digits
    /// @param reference as in a buildspec: `secret-id`, or `secret-id:json-key`; the id may be an ARN
    Optional<String> secret(String account, String reference);
}
