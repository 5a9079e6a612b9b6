package openproton.git;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.TransportException;
import org.jspecify.annotations.Nullable;

/// Tells what kind of failure an exchange with a host met; JGit tells some of them apart by their words alone.
final class TransportFailure {
    private static final String[] REFUSALS = {
        "not authorized", "not permitted", "authentication", "permission denied", "host key verification failed"
    };
    private static final int REASON_LENGTH_MAX = 500;

    private TransportFailure() {}

    /// @throws IOException when the copy here is what is broken
    static GitException of(String url, TransportException e) throws IOException {
        if (causes(e).anyMatch(TransportFailure::isBrokenCopy)) {
            throw new IOException(e);
        }
        String reason = reason(e);
        if (e instanceof NoRemoteRepositoryException) {
            return new GitException.NotThere(
                    "There is no repository %s, or the connection's credentials may not see it (%s)".formatted(url, reason));
        }
        String words = reason.toLowerCase(Locale.ROOT);
        if (Stream.of(REFUSALS).anyMatch(words::contains)) {
            return new GitException.Refused(
                    "%s refuses the connection's credentials, or what they may do (%s)".formatted(url, reason));
        }
        return new GitException.Unreachable("%s cannot be reached (%s)".formatted(url, reason), e);
    }

    private static boolean isBrokenCopy(Throwable cause) {
        return cause instanceof MissingObjectException || cause instanceof CorruptObjectException;
    }

    private static String reason(TransportException e) {
        String reason = causes(e)
                .map(Throwable::getMessage)
                .flatMap(message -> Optional.ofNullable(message).stream())
                .distinct()
                .reduce((before, after) -> before.contains(after) ? before : before + ": " + after)
                .orElse("no reason given")
                .replaceAll("//[^/@\\s]+@", "//")
                .replaceAll("\\R", " ");
        return reason.substring(0, Math.min(reason.length(), REASON_LENGTH_MAX));
    }

    private static Stream<Throwable> causes(Throwable first) {
        return Stream.<@Nullable Throwable>iterate(first, cause -> cause != null, cause -> cause == null ? null : cause.getCause())
                .flatMap(cause -> Optional.ofNullable(cause).stream())
                .limit(8);
    }
}
