package openproton.git;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The reason why a repository or its host refused a request. The message tells people the remedy, and never holds
/// credentials.
public abstract sealed class GitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private GitException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// The host does not answer now, or has had enough requests for now: the same may work later.
    public static final class Unreachable extends GitException {
        private static final long serialVersionUID = 1L;
        private final @Nullable Instant retryAt;

        public Unreachable(String message, Throwable cause) {
            super(message, cause);
            this.retryAt = null;
        }

        /// @param retryAt when the host said it may be asked again; null when it did not say
        public Unreachable(String message, @Nullable Instant retryAt) {
            super(message, null);
            this.retryAt = retryAt;
        }

        /// When the host said it may be asked again.
        public Optional<Instant> retryAt() {
            return Optional.ofNullable(retryAt);
        }
    }

    /// The host does not know the caller, or refuses this request of the caller.
    public static final class Refused extends GitException {
        private static final long serialVersionUID = 1L;

        public Refused(String message) {
            super(message, null);
        }
    }

    /// There is no such connection, repository, branch, commit or pull request, or the caller may not see it.
    public static final class NotThere extends GitException {
        private static final long serialVersionUID = 1L;

        public NotThere(String message) {
            super(message, null);
        }
    }

    /// Another client changed the branch, or made the same request, in between.
    public static final class Moved extends GitException {
        private static final long serialVersionUID = 1L;

        public Moved(String message) {
            super(message, null);
        }
    }
}
