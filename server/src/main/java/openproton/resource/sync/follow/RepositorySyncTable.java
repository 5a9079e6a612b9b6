package openproton.resource.sync.follow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openproton.api.RepositorySyncAttempt;
import openproton.api.RepositorySyncStatus;
import openproton.store.Row;
import openproton.store.Transaction;

/// The SQL of the newest attempts on branches.
public record RepositorySyncTable(Transaction tx) {
    private static final String WHERE =
            " WHERE account = ? AND region = ? AND sync_type = ? AND provider = ? AND name = ? AND branch = ?";
    private static final String FIND = "SELECT * FROM repository_sync" + WHERE;
    private static final String PUT = """
        INSERT INTO repository_sync (account, region, sync_type, provider, name, branch, status, started_at, commit_id,
                                     events)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (account, region, sync_type, provider, name, branch)
            DO UPDATE SET status = excluded.status, started_at = excluded.started_at, commit_id = excluded.commit_id,
                          events = excluded.events
        """;
    private static final String AGAIN = "UPDATE repository_sync SET commit_id = NULL" + WHERE;

    /// An attempt.
    ///
    /// @param commit what it was for; empty when the branch has to be looked at again
    public record Attempt(
            RepositorySyncStatus status, Instant startedAt, Optional<String> commit, List<SyncEvent> events) {

        public RepositorySyncAttempt toApi() {
            return RepositorySyncAttempt.builder()
                    .startedAt(startedAt)
                    .status(status)
                    .events(events.stream().map(SyncEvent::ofRepository).toList())
                    .build();
        }
    }

    public Optional<Attempt> find(FollowedBranch followed) {
        return tx.find(FIND, RepositorySyncTable::read, key(followed));
    }

    void put(FollowedBranch followed, Attempt attempt) {
        var parameters = new ArrayList<Object>(List.of(key(followed)));
        parameters.addAll(
                List.of(attempt.status(), attempt.startedAt(), attempt.commit(), SyncEvent.write(attempt.events())));
        tx.update(PUT, parameters.toArray());
    }

    /// Lets the branch be looked at again even if it has not moved.
    void again(FollowedBranch followed) {
        tx.update(AGAIN, key(followed));
    }

    private static Object[] key(FollowedBranch followed) {
        return new Object[] {
            followed.scope().account(),
            followed.scope().region(),
            followed.type(),
            followed.branch().provider(),
            followed.branch().name(),
            followed.branch().branch()
        };
    }

    private static Attempt read(Row row) {
        return new Attempt(
                RepositorySyncStatus.valueOf(row.text("status")),
                row.instant("started_at"),
                row.optionalText("commit_id"),
                SyncEvent.read(row.text("events")));
    }
}
