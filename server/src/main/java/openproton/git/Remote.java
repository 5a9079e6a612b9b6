package openproton.git;

import java.io.IOException;
import java.net.URISyntaxException;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.internal.JGitText;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/// The repository at its host: fetches and pushes, with limits on time.
///
/// @param url without credentials
record Remote(String url, Access access) {
    private static final Duration SILENCE_MAX = Duration.ofSeconds(30);
    private static final Duration EXCHANGE_MAX = Duration.ofMinutes(10);
    private static final RefSpec ALL_BRANCHES = new RefSpec("+refs/heads/*:refs/heads/*");

    /// Brings a branch here and answers its head; empty when the host has no such branch, as no host has one
    /// whose name git does not allow.
    Optional<ObjectId> fetch(Repository copy, String branch) throws IOException {
        String ref = Constants.R_HEADS + branch;
        if (!Repository.isValidRefName(ref)) {
            return Optional.empty();
        }
        try (Transport transport = open(copy)) {
            transport.fetch(new Deadline(EXCHANGE_MAX), List.of(new RefSpec("+%s:%s".formatted(ref, ref))));
            return Optional.ofNullable(copy.exactRef(ref).getObjectId());
        } catch (TransportException e) {
            if (isAbsent(e, ref)) {
                return Optional.empty();
            }
            throw TransportFailure.of(url, e);
        }
    }

    /// Brings everything here that a branch leads to.
    void fetchAll(Repository copy) throws IOException {
        try (Transport transport = open(copy)) {
            transport.fetch(new Deadline(EXCHANGE_MAX), List.of(ALL_BRANCHES));
        } catch (TransportException e) {
            throw TransportFailure.of(url, e);
        }
    }

    /// Makes a branch that is not there yet.
    void create(Repository copy, String branch, ObjectId commit) throws IOException {
        push(copy, branch, commit, ObjectId.zeroId());
    }

    /// Removes a branch, if it is there.
    void delete(Repository copy, String branch) throws IOException {
        push(copy, branch, ObjectId.zeroId(), null);
    }

    private void push(Repository copy, String branch, ObjectId commit, @Nullable ObjectId expected) throws IOException {
        try (Transport transport = open(copy)) {
            var update = new RemoteRefUpdate(copy, null, commit, Constants.R_HEADS + branch, false, null, expected);
            transport.push(new Deadline(EXCHANGE_MAX), List.of(update));
            check(branch, update);
        } catch (TransportException e) {
            throw TransportFailure.of(url, e);
        }
    }

    private void check(String branch, RemoteRefUpdate update) {
        String said = Optional.ofNullable(update.getMessage()).orElse("no reason given");
        switch (update.getStatus()) {
            case OK, UP_TO_DATE, NON_EXISTING -> {}
            case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED ->
                throw new GitException.Moved(
                        "Branch %s of %s was created or changed by another client".formatted(branch, url));
            case REJECTED_NODELETE, REJECTED_OTHER_REASON ->
                throw new GitException.Refused(
                        "%s refuses the change of branch %s (%s); permit it there, or connect as a user who may"
                                .formatted(url, branch, said));
            case NOT_ATTEMPTED, AWAITING_REPORT ->
                throw new GitException.Unreachable(
                        "%s did not tell whether it took branch %s".formatted(url, branch), (Instant) null);
        }
    }

    private Transport open(Repository copy) throws IOException {
        Transport transport = Transport.open(copy, uri());
        access.prepare(transport);
        transport.setTimeout((int) SILENCE_MAX.toSeconds());
        transport.setTagOpt(TagOpt.NO_TAGS);
        return transport;
    }

    private URIish uri() {
        try {
            return new URIish(url);
        } catch (URISyntaxException e) {
            throw new GitException.NotThere("%s is not a URL that git understands".formatted(url));
        }
    }

    private static boolean isAbsent(TransportException e, String ref) {
        String absent = MessageFormat.format(JGitText.get().remoteDoesNotHaveSpec, ref);
        return Optional.ofNullable(e.getMessage()).orElse("").contains(absent);
    }
}
