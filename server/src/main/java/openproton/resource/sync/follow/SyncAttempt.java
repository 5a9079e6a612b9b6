package openproton.resource.sync.follow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openproton.api.ResourceSyncAttempt;
import openproton.api.ResourceSyncEvent;
import openproton.api.ResourceSyncStatus;
import openproton.api.Revision;

/// One attempt to follow a commit, as it goes on.
///
/// @param state the attempt as the API shows it
public record SyncAttempt(ResourceSyncAttempt state) {
    /// The type of the event that says which blocker holds an attempt.
    public static final String BLOCKED = "BLOCKED";

    private static final int SHORT_SHA = 7;

    /// The first attempt to follow what a target shall follow now.
    public static SyncAttempt begin(ResourceSyncTable.SyncPosition position, String target, Instant now) {
        Revision before =
                position.succeeded().map(ResourceSyncAttempt::targetRevision).orElse(position.desired());
        return new SyncAttempt(ResourceSyncAttempt.builder()
                .initialRevision(before)
                .targetRevision(position.desired())
                .target(target)
                .startedAt(now)
                .status(ResourceSyncStatus.IN_PROGRESS)
                .events(List.of())
                .build());
    }

    public SyncAttempt with(String type, String text, Instant now) {
        return with(new SyncEvent(type, text, Optional.empty(), now));
    }

    public SyncAttempt with(String type, String text, String externalId, Instant now) {
        return with(new SyncEvent(type, text, Optional.of(externalId), now));
    }

    private SyncAttempt with(SyncEvent event) {
        var events = new ArrayList<ResourceSyncEvent>(state.events());
        events.add(event.ofResource());
        return changed(state.status(), events);
    }

    /// Whether it has not ended yet.
    public boolean isOpen() {
        return state.status() == ResourceSyncStatus.INITIATED || state.status() == ResourceSyncStatus.IN_PROGRESS;
    }

    /// Whether it waits for somebody to resolve a blocker.
    public boolean isHeld() {
        return state.status() == ResourceSyncStatus.INITIATED
                && !state.events().isEmpty()
                && state.events().getLast().type().equals(BLOCKED);
    }

    /// The attempt with what it waits for, unless that was the last thing said of it.
    public SyncAttempt waiting(String type, String text, Instant now) {
        boolean said =
                !state.events().isEmpty() && state.events().getLast().event().equals(text);
        return said ? this : with(type, text, now);
    }

    public SyncAttempt as(ResourceSyncStatus status) {
        return changed(status, state.events());
    }

    private SyncAttempt changed(ResourceSyncStatus status, List<ResourceSyncEvent> events) {
        return new SyncAttempt(ResourceSyncAttempt.builder()
                .initialRevision(state.initialRevision())
                .targetRevision(state.targetRevision())
                .target(state.target())
                .startedAt(state.startedAt())
                .status(status)
                .events(events)
                .build());
    }

    /// Says where a version comes from, in its description.
    public String describe() {
        Revision revision = state.targetRevision();
        String sha = revision.sha();
        return "From %s, branch %s, commit %s"
                .formatted(
                        revision.repositoryName(),
                        revision.branch(),
                        sha.substring(0, Math.min(SHORT_SHA, sha.length())));
    }
}
