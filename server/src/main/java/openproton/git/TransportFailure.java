package openproton.git;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.TransportException;
import org.jspecify.annotations.Nullable;

/// Classifies the failures of exchanges with a host; some of them differ only in the text of their message.
final class TransportFailure {
    private static final List<String> REFUSALS = List.of(
            "not authorized", "not permitted", "authentication", "permission denied", "host key verification failed");

    /// Messages of `ssh` where JGit only reports that no repository answered.
    private static final List<String> SSH_TROUBLES =
            List.of("ssh: ", "connection refused", "connection reset", "connection closed", "timed out");

    private static final int REASON_LENGTH_MAX = 500;

    private TransportFailure() {}

    /// @throws IOException when the copy on this disk is broken
    static GitException of(String url, TransportException e) throws IOException {
        if (causes(e).anyMatch(TransportFailure::isBrokenCopy)) {
            throw new IOException(e);
        }
        String reason = reason(e);
        String words = reason.toLowerCase(Locale.ROOT);
        if (REFUSALS.stream().anyMatch(words::contains)) {
            return new GitException.Refused(
                    "%s refuses the connection's credentials, or their rights are not enough (%s)"
                            .formatted(url, reason));
        }
        if (isOnDiskThatIsAway(url)) {
            return new GitException.Unreachable(
                    "%s cannot be reached: the folder around it is not there; is its disk mounted?".formatted(url), e);
        }
        if (e instanceof NoRemoteRepositoryException && SSH_TROUBLES.stream().noneMatch(words::contains)) {
            return new GitException.NotThere(
                    "There is no repository %s, or the connection's credentials may not see it (%s)"
                            .formatted(url, reason));
        }
        return new GitException.Unreachable("%s cannot be reached (%s)".formatted(url, reason), e);
    }

    /// A folder that should hold repositories is as good as a host that is down.
    private static boolean isOnDiskThatIsAway(String url) {
        return url.startsWith("file:")
                && Files.notExists(Path.of(URI.create(url)).resolveSibling("."));
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
        return Stream.<@Nullable Throwable>iterate(
                        first, cause -> cause != null, cause -> cause == null ? null : cause.getCause())
                .flatMap(cause -> Optional.ofNullable(cause).stream())
                .limit(8);
    }
}
