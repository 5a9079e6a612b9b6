package openproton.resource.sync.follow;

import java.util.List;
import java.util.Optional;
import openproton.store.Transaction;

/// The SQL of what ops files named when they were read last.
public record SyncEntryTable(Transaction tx) {
    private static final String WHERE = " WHERE account = ? AND region = ? AND service = ?";
    private static final String TARGETS = "SELECT target FROM sync_entry" + WHERE + " ORDER BY position";
    private static final String INSERT = """
        INSERT INTO sync_entry (account, region, service, position, target, branch) VALUES (?, ?, ?, ?, ?, ?)
        """;
    private static final String DELETE = "DELETE FROM sync_entry" + WHERE;

    /// The ARNs of the instances, in the order of the file.
    List<String> targets(SyncConfig.SyncedResource service) {
        return tx.list(
                TARGETS,
                row -> row.text("target"),
                service.scope().account(),
                service.scope().region(),
                service.name());
    }

    /// How the instances stand that have something to follow, in the order of the file.
    public List<ResourceSyncTable.SyncPosition> positions(SyncConfig.SyncedResource service) {
        var table = new ResourceSyncTable(tx);
        return targets(service).stream()
                .map(table::find)
                .flatMap(Optional::stream)
                .toList();
    }

    public void replace(SyncConfig.SyncedResource service, List<Following.Wanted> wanted) {
        delete(service);
        for (int position = 0; position < wanted.size(); position++) {
            tx.update(
                    INSERT,
                    service.scope().account(),
                    service.scope().region(),
                    service.name(),
                    position,
                    wanted.get(position).target(),
                    wanted.get(position).branch());
        }
    }

    void delete(SyncConfig.SyncedResource service) {
        tx.update(DELETE, service.scope().account(), service.scope().region(), service.name());
    }
}
