package openproton.auth.key;

import java.time.Instant;
import java.util.List;

/// An access key as it may be shown: everything but its secret.
///
/// @param account twelve digits
/// @param policies names of built-in policies, or whole policy documents as JSON
public record AccessKey(
        String id, String account, String userName, List<String> policies, Status status, Instant createdAt) {

    /// Whether the key opens anything.
    public enum Status {
        /// Requests signed with it are accepted.
        ACTIVE,
        /// Requests signed with it are refused, until it is enabled again.
        DISABLED
    }

    /// The ARN of the user who holds the key.
    String principal() {
        return "arn:aws:iam::%s:user/%s".formatted(account, userName);
    }
}
