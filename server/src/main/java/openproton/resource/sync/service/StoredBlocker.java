package openproton.resource.sync.service;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import openproton.api.BlockerStatus;
import openproton.api.BlockerType;
import openproton.api.SyncBlocker;
import openproton.api.SyncBlockerContext;
import openproton.base.Json;
import openproton.request.Scope;
import openproton.resource.sync.follow.SyncConfig;
import openproton.store.Row;

/// What keeps a service, or one instance of it, from following: somebody changed it by hand, which a sync must not
/// undo.
///
/// @param service the service that follows
/// @param instance the instance that is held; empty for the whole service
/// @param reason what somebody did
/// @param contexts more about it, by name
record StoredBlocker(
        String id,
        SyncConfig.SyncedResource service,
        Optional<String> instance,
        String reason,
        Map<String, String> contexts,
        Times times) {

    /// When it came and went.
    ///
    /// @param resolution why it no longer holds
    record Times(Instant createdAt, Optional<String> resolution, Optional<Instant> resolvedAt) {}

    boolean isActive() {
        return times.resolvedAt().isEmpty();
    }

    SyncBlocker toApi() {
        return SyncBlocker.builder()
                .id(id)
                .type(BlockerType.AUTOMATED)
                .status(isActive() ? BlockerStatus.ACTIVE : BlockerStatus.RESOLVED)
                .createdReason(reason)
                .createdAt(times.createdAt())
                .contexts(Optional.of(contexts.entrySet().stream()
                        .map(entry -> new SyncBlockerContext(entry.getKey(), entry.getValue()))
                        .toList()))
                .resolvedReason(times.resolution())
                .resolvedAt(times.resolvedAt())
                .build();
    }

    /// What an attempt says that it holds.
    String words() {
        return "held by blocker %s (%s); resolve it with UpdateServiceSyncBlocker to let the sync go on"
                .formatted(id, reason);
    }

    String contextsAsJson() {
        return Json.write(contexts);
    }

    static StoredBlocker read(Row row) {
        var scope = new Scope(row.text("account"), row.text("region"));
        return new StoredBlocker(
                row.text("id"),
                SyncConfig.SyncedResource.service(scope, row.text("service")),
                Optional.of(row.text("instance")).filter(name -> !name.isEmpty()),
                row.text("reason"),
                contexts(row.text("contexts")),
                new Times(
                        row.instant("created_at"),
                        row.optionalText("resolved_reason"),
                        row.optionalInstant("resolved_at")));
    }

    private static Map<String, String> contexts(String json) {
        var contexts = new LinkedHashMap<String, String>();
        if (Json.read(json) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> contexts.put(String.valueOf(key), String.valueOf(value)));
        }
        return contexts;
    }
}
