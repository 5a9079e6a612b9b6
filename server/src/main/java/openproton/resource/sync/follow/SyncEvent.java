package openproton.resource.sync.follow;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.RepositorySyncEvent;
import openproton.api.ResourceSyncEvent;
import openproton.base.Json;

/// Something that happened in an attempt to sync, for people.
///
/// @param type such as `CLONE_STARTED` (docs/behaviour/sync.md#attempts-and-events)
/// @param text what happened
/// @param externalId what it is about: a commit, or the ARN of a version
record SyncEvent(String type, String text, Optional<String> externalId, Instant time) {

    RepositorySyncEvent ofRepository() {
        return RepositorySyncEvent.builder()
                .type(type)
                .event(text)
                .externalId(externalId)
                .time(time)
                .build();
    }

    ResourceSyncEvent ofResource() {
        return ResourceSyncEvent.builder()
                .type(type)
                .event(text)
                .externalId(externalId)
                .time(time)
                .build();
    }

    static String write(List<SyncEvent> events) {
        return Json.write(events.stream().map(SyncEvent::asMap).toList());
    }

    static List<SyncEvent> read(String json) {
        return Json.read(json) instanceof List<?> list
                ? list.stream().map(SyncEvent::ofMap).toList()
                : List.of();
    }

    private Map<String, Object> asMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("type", type);
        map.put("text", text);
        externalId.ifPresent(id -> map.put("externalId", id));
        map.put("time", time.toString());
        return map;
    }

    private static SyncEvent ofMap(Object item) {
        var map = (Map<?, ?>) item;
        return new SyncEvent(
                String.valueOf(map.get("type")),
                String.valueOf(map.get("text")),
                Optional.ofNullable(map.get("externalId")).map(String::valueOf),
                Instant.parse(String.valueOf(map.get("time"))));
    }
}
