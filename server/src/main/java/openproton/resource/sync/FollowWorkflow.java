package openproton.resource.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.RepositorySyncStatus;
import openproton.api.Revision;
import openproton.api.SyncType;
import openproton.git.Connections;
import openproton.git.GitException;
import openproton.git.GitRepository;
import openproton.resource.repository.Repositories;
import openproton.store.Database;
import openproton.store.Transaction;
import openproton.work.Entry;
import openproton.work.Verdict;
import openproton.work.Workflow;

/// Looks after branches that something follows: whenever one has moved, everything that follows it is told. One job a
/// branch, for as long as anything follows it; a push wakes it, otherwise it looks now and then.
///
/// @param connections reach the repositories
/// @param kinds what a commit means to whom
public record FollowWorkflow(
        Database database, Connections connections, Map<SyncType, Following> kinds, InstantSource clock) {
    static final Entry ENTRY = new Entry("follow", "look");
    private static final Duration POLL = Duration.ofSeconds(60);
    private static final Duration RETRY = Duration.ofSeconds(15);

    /// The workflow; its jobs are named by branches and what kind of thing follows them.
    public Workflow steps() {
        return Workflow.named(ENTRY.workflow(), (_, _, _) -> {}).step(ENTRY.step(), job -> look(Followed.ofJob(job)));
    }

    private Verdict look(Followed followed) {
        List<SyncConfig> configs = database.read(tx -> new SyncConfigTable(tx).following(followed));
        if (configs.isEmpty()) {
            return new Verdict.End(_ -> {});
        }
        var attempt = new Attempt(followed, new ArrayList<>(), clock.instant());
        try {
            return follow(attempt, configs, repository(followed));
        } catch (GitException trouble) {
            attempt.note("CLONE_FAILED", String.valueOf(trouble.getMessage()), Optional.empty());
            keep(attempt, RepositorySyncStatus.FAILED, Optional.empty());
            return new Verdict.Wait(RETRY);
        }
    }

    private GitRepository repository(Followed followed) {
        String connection =
                database.read(tx -> Repositories.requireLinked(tx, followed.scope(), followed.branch(), "repository")
                        .connectionArn());
        return connections.repository(connection, followed.branch().name());
    }

    private Verdict follow(Attempt attempt, List<SyncConfig> configs, GitRepository repository) {
        Followed followed = attempt.followed();
        Optional<String> head = repository.head(followed.branch().branch());
        if (head.isEmpty()) {
            attempt.note(
                    "CLONE_FAILED",
                    "branch '%s' does not exist; push it, or name another one"
                            .formatted(followed.branch().branch()),
                    Optional.empty());
            keep(attempt, RepositorySyncStatus.FAILED, Optional.empty());
            return new Verdict.Wait(RETRY);
        }
        Optional<String> known = database.read(tx -> new RepositorySyncTable(tx).find(followed))
                .flatMap(RepositorySyncTable.Attempt::commit);
        if (!known.equals(head)) {
            tell(attempt, configs, repository, head.get());
        }
        return new Verdict.Wait(POLL);
    }

    /// Tells everything that follows the branch what to follow now.
    private void tell(Attempt attempt, List<SyncConfig> configs, GitRepository repository, String commit) {
        attempt.note("CLONE_STARTED", "reading commit " + commit, Optional.of(commit));
        keep(attempt, RepositorySyncStatus.IN_PROGRESS, Optional.empty());
        var all = new ArrayList<Told>();
        for (SyncConfig config : configs) {
            Following.Found found = kind(config).look(config, repository, commit);
            attempt.note("CONFIG_UPDATED", words(config, found), Optional.empty());
            found.targets().forEach(wanted -> all.add(new Told(config, wanted)));
        }
        attempt.note("STARTING_SYNC", "Starting syncs for commit " + commit, Optional.of(commit));
        database.change(tx -> {
            all.forEach(told -> want(tx, told, commit));
            new RepositorySyncTable(tx)
                    .put(
                            attempt.followed(),
                            attempt.as(
                                    all.isEmpty() ? RepositorySyncStatus.FAILED : RepositorySyncStatus.SUCCEEDED,
                                    Optional.of(commit)));
        });
    }

    private void want(Transaction tx, Told told, String commit) {
        var branch = told.config().branch();
        new ResourceSyncTable(tx)
                .want(
                        told.wanted().target(),
                        Revision.builder()
                                .repositoryName(branch.name())
                                .repositoryProvider(branch.provider())
                                .branch(branch.branch())
                                .sha(commit)
                                .directory(told.wanted().directory())
                                .build());
        kind(told.config()).start(tx, told.wanted().target());
    }

    private static String words(SyncConfig config, Following.Found found) {
        if (found.targets().isEmpty()) {
            return "%s: %s".formatted(config.follower().words(), found.problem());
        }
        return "%s follows %s"
                .formatted(
                        config.follower().words(),
                        String.join(
                                ", ",
                                found.targets().stream()
                                        .map(Following.Wanted::directory)
                                        .toList()));
    }

    private Following kind(SyncConfig config) {
        return Optional.ofNullable(kinds.get(config.follower().type())).orElseThrow();
    }

    private void keep(Attempt attempt, RepositorySyncStatus status, Optional<String> commit) {
        database.change(tx -> new RepositorySyncTable(tx).put(attempt.followed(), attempt.as(status, commit)));
    }

    /// A follower and what it shall follow.
    private record Told(SyncConfig config, Following.Wanted wanted) {}

    /// One attempt, while it is made.
    private record Attempt(Followed followed, List<Event> events, Instant startedAt) {

        void note(String type, String text, Optional<String> externalId) {
            events.add(new Event(type, text, externalId, startedAt));
        }

        RepositorySyncTable.Attempt as(RepositorySyncStatus status, Optional<String> commit) {
            return new RepositorySyncTable.Attempt(status, startedAt, commit, List.copyOf(events));
        }
    }
}
