package openproton.resource.sync;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import openproton.api.RepositorySyncStatus;
import openproton.api.Revision;
import openproton.api.SyncType;
import openproton.git.GitConnections;
import openproton.git.GitException;
import openproton.git.GitRepository;
import openproton.resource.repository.LinkedBranch;
import openproton.resource.repository.Repositories;
import openproton.store.Database;
import openproton.store.Transaction;
import openproton.work.FirstStep;
import openproton.work.Verdict;
import openproton.work.Workflow;

/// Looks after branches that something follows: whenever one has moved, everything that follows it is told. One job a
/// branch, for as long as anything follows it; a push wakes it, otherwise it looks now and then.
///
/// @param connections reach the repositories
/// @param kinds what a commit means to whom
public record FollowWorkflow(
        Database database, GitConnections connections, Map<SyncType, Following> kinds, InstantSource clock) {
    static final FirstStep ENTRY = new FirstStep("follow", "look");
    private static final Duration POLL = Duration.ofSeconds(60);
    private static final Duration RETRY = Duration.ofSeconds(15);

    /// The workflow; its jobs are named by branches and what kind of thing follows them.
    public Workflow steps() {
        return Workflow.named(ENTRY.workflow(), this::broke).step(ENTRY.step(), job -> look(Followed.ofJob(job)));
    }

    private Verdict look(Followed followed) {
        List<SyncConfig> configs = database.read(tx -> new SyncConfigTable(tx).following(followed));
        if (configs.isEmpty()) {
            return new Verdict.End(_ -> {});
        }
        var attempt = new Attempt(followed, new ArrayList<>(), clock.instant());
        try {
            return follow(attempt, configs, repository(followed));
        } catch (GitException | UncheckedIOException trouble) {
            attempt.note("CLONE_FAILED", String.valueOf(trouble.getMessage()), Optional.empty());
            keep(attempt, RepositorySyncStatus.FAILED, Optional.empty());
            return new Verdict.Wait(RETRY);
        }
    }

    private GitRepository repository(Followed followed) {
        String connection =
                database.read(tx -> Repositories.requireLinked(tx, followed.scope(), followed.branch(), "repository")
                        .connectionArn());
        return connections
                .of(followed.scope().account())
                .repository(connection, followed.branch().name());
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
            return new Verdict.Wait(Duration.ZERO);
        }
        return new Verdict.Wait(POLL);
    }

    /// Tells everything that follows the branch what to follow now. When what follows it has changed meanwhile, the
    /// commit counts as not looked at, so that the next look tells those who came.
    private void tell(Attempt attempt, List<SyncConfig> configs, GitRepository repository, String commit) {
        attempt.note("CLONE_STARTED", "reading commit " + commit, Optional.of(commit));
        keep(attempt, RepositorySyncStatus.IN_PROGRESS, Optional.empty());
        var all = new LinkedHashMap<SyncConfig, Following.Found>();
        for (SyncConfig config : configs) {
            Following.Found found = kind(config).look(config, repository, commit);
            attempt.note("CONFIG_UPDATED", words(config, found), Optional.empty());
            all.put(config, found);
        }
        attempt.note("STARTING_SYNC", "Starting syncs for commit " + commit, Optional.of(commit));
        boolean nothing =
                all.values().stream().allMatch(found -> found.targets().isEmpty());
        var status = nothing ? RepositorySyncStatus.FAILED : RepositorySyncStatus.SUCCEEDED;
        database.change(tx -> {
            List<SyncConfig> now = new SyncConfigTable(tx).following(attempt.followed());
            all.entrySet().stream()
                    .filter(look -> now.contains(look.getKey()))
                    .forEach(look -> start(tx, look.getKey(), look.getValue()));
            Optional<String> done = Optional.of(commit).filter(_ -> now.equals(configs));
            new RepositorySyncTable(tx).put(attempt.followed(), attempt.as(status, done));
        });
    }

    private void start(Transaction tx, SyncConfig config, Following.Found found) {
        for (Following.Wanted wanted : found.targets()) {
            wanted.commit().ifPresent(commit -> want(tx, config.branch(), wanted, commit));
        }
        kind(config).start(tx, config, found);
    }

    private static void want(Transaction tx, LinkedBranch repository, Following.Wanted wanted, String commit) {
        new ResourceSyncTable(tx)
                .want(
                        wanted.target(),
                        Revision.builder()
                                .repositoryName(repository.name())
                                .repositoryProvider(repository.provider())
                                .branch(wanted.branch())
                                .sha(commit)
                                .directory(wanted.directory())
                                .build());
    }

    private static String words(SyncConfig config, Following.Found found) {
        if (found.targets().isEmpty()) {
            return "%s: %s".formatted(config.follower().words(), found.problem());
        }
        return "%s follows %s"
                .formatted(
                        config.follower().words(),
                        found.targets().stream().map(FollowWorkflow::words).collect(Collectors.joining(", ")));
    }

    private static String words(Following.Wanted wanted) {
        return wanted.commit().isPresent()
                ? wanted.directory()
                : "%s of branch '%s', which does not exist yet".formatted(wanted.directory(), wanted.branch());
    }

    private Following kind(SyncConfig config) {
        return Optional.ofNullable(kinds.get(config.follower().type())).orElseThrow();
    }

    private void broke(Transaction tx, String job, String why) {
        Followed followed = Followed.ofJob(job);
        var attempt = new Attempt(followed, new ArrayList<>(), clock.instant());
        attempt.note("CLONE_FAILED", why, Optional.empty());
        new RepositorySyncTable(tx).put(followed, attempt.as(RepositorySyncStatus.FAILED, Optional.empty()));
    }

    private void keep(Attempt attempt, RepositorySyncStatus status, Optional<String> commit) {
        database.change(tx -> new RepositorySyncTable(tx).put(attempt.followed(), attempt.as(status, commit)));
    }

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
