package openproton.resource.sync.follow;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import openproton.api.ResourceSyncAttempt;
import openproton.api.ResourceSyncStatus;
import openproton.api.Revision;
import openproton.api.WireReader;
import openproton.api.WireWriter;
import openproton.store.Row;
import openproton.store.Transaction;

/// The SQL of what follows commits.
public record ResourceSyncTable(Transaction tx) {
    private static final String FIND = "SELECT * FROM resource_sync WHERE target = ?";
    private static final String BELOW = "SELECT * FROM resource_sync WHERE substr(target, 1, ?) = ? ORDER BY target";
    private static final String WANT = """
        INSERT INTO resource_sync (target, desired) VALUES (?, ?)
            ON CONFLICT (target) DO UPDATE SET desired = excluded.desired
        """;
    private static final String ATTEMPT = "UPDATE resource_sync SET latest = ?, version = ? WHERE target = ?";
    private static final String SUCCEED =
            "UPDATE resource_sync SET latest = ?, succeeded = ?, content = ?, version = ? WHERE target = ?";
    private static final String FORGET_ATTEMPT =
            "UPDATE resource_sync SET latest = NULL, version = NULL WHERE target = ?";
    private static final String DELETE = "DELETE FROM resource_sync WHERE target = ?";
    private static final String DELETE_BELOW = "DELETE FROM resource_sync WHERE substr(target, 1, ?) = ?";

    /// How a follower stands.
    ///
    /// @param desired what it shall follow
    /// @param latest the newest attempt
    /// @param succeeded the newest attempt that succeeded
    /// @param content what that held
    /// @param version what the newest attempt is making, such as a template version
    public record SyncPosition(
            String target,
            Revision desired,
            Optional<ResourceSyncAttempt> latest,
            Optional<ResourceSyncAttempt> succeeded,
            Optional<String> content,
            Optional<String> version) {

        /// Whether an attempt to follow what it shall follow has yet to begin or to end.
        public boolean isUnderWay() {
            return latest.filter(attempt -> attempt.status() != ResourceSyncStatus.INITIATED
                            && attempt.status() != ResourceSyncStatus.IN_PROGRESS
                            && attempt.targetRevision().equals(desired))
                    .isEmpty();
        }
    }

    public Optional<SyncPosition> find(String target) {
        return tx.find(FIND, ResourceSyncTable::read, target);
    }

    /// Everything whose target begins with a text.
    public List<SyncPosition> below(String prefix) {
        return tx.list(BELOW, ResourceSyncTable::read, prefix.length(), prefix);
    }

    void want(String target, Revision desired) {
        tx.update(WANT, target, WireWriter.text(desired));
    }

    public void attempt(String target, ResourceSyncAttempt attempt, Optional<String> version) {
        tx.update(ATTEMPT, WireWriter.text(attempt), version, target);
    }

    public void succeed(String target, ResourceSyncAttempt attempt, String content, Optional<String> version) {
        String text = WireWriter.text(attempt);
        tx.update(SUCCEED, text, text, content, version, target);
    }

    /// Forgets the newest attempts that ended in one of some ways, so that they are made again, of everything whose
    /// target begins with a text.
    void forget(String prefix, Set<ResourceSyncStatus> ended) {
        below(prefix).stream()
                .filter(position -> position.latest()
                        .filter(attempt -> ended.contains(attempt.status()))
                        .isPresent())
                .forEach(position -> tx.update(FORGET_ATTEMPT, position.target()));
    }

    public void delete(String target) {
        tx.update(DELETE, target);
    }

    /// Forgets everything whose target begins with a text.
    void deleteBelow(String prefix) {
        tx.update(DELETE_BELOW, prefix.length(), prefix);
    }

    private static SyncPosition read(Row row) {
        return new SyncPosition(
                row.text("target"),
                parsed(row.text("desired"), Revision::read),
                row.optionalText("latest").map(text -> parsed(text, ResourceSyncAttempt::read)),
                row.optionalText("succeeded").map(text -> parsed(text, ResourceSyncAttempt::read)),
                row.optionalText("content"),
                row.optionalText("version"));
    }

    private static <T> T parsed(String json, Function<WireReader, T> reader) {
        return WireReader.read(json.getBytes(StandardCharsets.UTF_8), reader);
    }
}
