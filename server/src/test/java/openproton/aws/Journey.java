package openproton.aws;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The way of a stack from one settled status to the next: one resource, or one status, with each tick.
final class Journey {
    private final Stack stack;
    private final ResourcePlan plan;
    private final int ticksPerResource;
    private final Snapshot before;
    private final String onFailure;
    private final Deque<String> toProvision = new ArrayDeque<>();
    private final Deque<StackResource> toRestore = new ArrayDeque<>();
    private final Deque<StackResource> toRemove = new ArrayDeque<>();
    private final List<StackResource> outdated = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private Phase phase;
    private int ticks;

    /// @param onFailure ROLLBACK, DO_NOTHING or DELETE
    Journey(ResourcePlan plan, Phase phase, int ticksPerResource, String onFailure) {
        this.stack = plan.stack();
        this.plan = plan;
        this.phase = phase;
        this.ticksPerResource = ticksPerResource;
        this.onFailure = onFailure;
        this.before = Snapshot.of(stack);
    }

    void begin() {
        if (phase == Phase.DELETE) {
            removeAll();
        } else {
            stack.define(plan.definition());
            toProvision.addAll(plan.order());
        }
        stack.move(phase.inProgress(), "User Initiated");
    }

    boolean tick() {
        return switch (phase) {
            case CREATE, UPDATE -> provisionNext();
            case UPDATE_ROLLBACK -> restoreNext();
            case ROLLBACK, CLEANUP, ROLLBACK_CLEANUP, DELETE -> removeNext();
            case SETTLED -> false;
        };
    }

    /// Leaves the update where it is and goes back.
    void cancel() {
        runningResource().ifPresent(resource -> stack.put(resource.in("UPDATE_FAILED", "Resource update cancelled")));
        rollBackUpdate("User Initiated");
    }

    /// Goes on with a rollback that failed.
    void resume(Collection<String> skipped) {
        toRestore.removeIf(resource -> skipped.contains(resource.logicalId()));
        move(Phase.UPDATE_ROLLBACK, "User Initiated");
    }

    /// Keeps resources that could not be deleted.
    void retain(Collection<String> logicalIds) {
        toRemove.removeIf(resource -> logicalIds.contains(resource.logicalId()));
    }

    private Optional<StackResource> runningResource() {
        return Optional.ofNullable(toProvision.peek())
                .map(stack.resources()::get)
                .filter(_ -> ticks > 0);
    }

    private boolean provisionNext() {
        while (!toProvision.isEmpty()) {
            String logicalId = toProvision.getFirst();
            Phase wanted = phase;
            if (ticks == 0 && !started(logicalId)) {
                toProvision.removeFirst();
            } else {
                return phase != wanted || provisionedFurther(logicalId);
            }
        }
        finishProvisioning();
        return true;
    }

    private boolean provisionedFurther(String logicalId) {
        boolean first = ticks == 0;
        ticks++;
        if (plan.faults().staying.contains(logicalId)) {
            return first;
        } else if (ticks >= ticksPerResource) {
            complete(logicalId);
        }
        return true;
    }

    /// Whether there is anything to do about a resource; if so, it is in progress then.
    private boolean started(String logicalId) {
        try {
            var next = plan.next(logicalId, before.definition());
            next.filter(resource -> isReplacement(resource))
                    .ifPresent(resource -> outdated.add(stack.resources().get(resource.logicalId())));
            next.ifPresent(stack::put);
            return next.isPresent();
        } catch (AwsRefusal e) {
            fail(logicalId, e.getMessage());
            return true;
        }
    }

    private boolean isReplacement(StackResource next) {
        return stack.resources().containsKey(next.logicalId())
                && !stack.resources().get(next.logicalId()).isSame(next);
    }

    private void complete(String logicalId) {
        var failure = plan.faults().failure(logicalId);
        if (failure.isPresent()) {
            fail(logicalId, failure.get());
        } else {
            StackResource resource = stack.resources().get(logicalId);
            stack.put(resource.in(resource.status().replace("IN_PROGRESS", "COMPLETE"), ""));
            toProvision.removeFirst();
            ticks = 0;
        }
    }

    private void fail(String logicalId, String why) {
        StackResource resource = stack.resources().get(logicalId);
        if (resource == null) {
            resource = new StackResource(
                    logicalId,
                    "",
                    plan.definition().type(logicalId),
                    Map.of(),
                    new StackResource.State("CREATE_IN_PROGRESS", ""),
                    0);
        }
        stack.put(resource.in(resource.status().replaceFirst("_.*", "_FAILED"), why));
        String summary = "The following resource(s) failed to %s: [%s]. "
                .formatted(phase == Phase.CREATE ? "create" : "update", logicalId);
        if (onFailure.equals("DO_NOTHING")) {
            settle(phase == Phase.CREATE ? "CREATE_FAILED" : "UPDATE_FAILED", summary);
        } else if (phase == Phase.UPDATE) {
            rollBackUpdate(summary);
        } else {
            removeAll();
            move(onFailure.equals("DELETE") ? Phase.DELETE : Phase.ROLLBACK, summary + "Rollback requested by user.");
        }
    }

    private void removeAll() {
        var all = new ArrayList<>(stack.resources().values());
        Collections.reverse(all);
        all.removeIf(resource -> resource.status().matches("DELETE_(COMPLETE|SKIPPED)"));
        toRemove.addAll(all);
    }

    private void finishProvisioning() {
        try {
            stack.give(Outputs.of(plan.values()));
        } catch (AwsRefusal e) {
            if (phase == Phase.UPDATE) {
                rollBackUpdate(e.getMessage());
            } else {
                removeAll();
                move(Phase.ROLLBACK, e.getMessage());
            }
            return;
        }
        if (phase == Phase.CREATE) {
            settle("CREATE_COMPLETE", "");
        } else {
            var wanted = plan.order();
            stack.resources().values().stream()
                    .filter(resource -> !wanted.contains(resource.logicalId()))
                    .forEach(outdated::addFirst);
            toRemove.addAll(outdated);
            move(Phase.CLEANUP, "");
        }
    }

    private void rollBackUpdate(String why) {
        var touched = new ArrayList<>(stack.resources().values());
        Collections.reverse(touched);
        for (StackResource resource : touched) {
            StackResource old = before.resources().get(resource.logicalId());
            if (old == null) {
                toRemove.add(resource);
            } else if (!old.equals(resource)) {
                toRestore.add(old);
                if (!old.isSame(resource)) {
                    toRemove.add(resource);
                }
            }
        }
        move(Phase.UPDATE_ROLLBACK, why);
    }

    private boolean restoreNext() {
        StackResource old = toRestore.peek();
        if (old == null) {
            stack.define(before.definition());
            stack.give(before.outputs());
            move(Phase.ROLLBACK_CLEANUP, "");
            return true;
        }
        stack.record(old.in("UPDATE_IN_PROGRESS", ""));
        var failure = plan.faults().failureOfRollback(old.logicalId());
        if (failure.isPresent()) {
            stack.put(old.in("UPDATE_FAILED", failure.get()));
            settle(
                    "UPDATE_ROLLBACK_FAILED",
                    "The following resource(s) failed to update: [%s]. ".formatted(old.logicalId()));
        } else {
            stack.put(old.in("UPDATE_COMPLETE", ""));
            toRestore.remove();
        }
        return true;
    }

    private boolean removeNext() {
        StackResource resource = toRemove.peek();
        if (resource == null) {
            finishRemoval();
            return true;
        }
        if (ticks == 0) {
            show(resource.in("DELETE_IN_PROGRESS", ""));
        }
        boolean first = ticks == 0;
        ticks++;
        if (plan.faults().staying.contains(resource.logicalId())) {
            return first;
        } else if (ticks >= ticksPerResource) {
            toRemove.remove();
            ticks = 0;
            remove(resource);
        }
        return true;
    }

    private void remove(StackResource resource) {
        String id = resource.logicalId();
        var failure = plan.faults().failureOfDeletion(id);
        if (phase != Phase.ROLLBACK_CLEANUP && before.definition().isRetained(id)) {
            show(resource.in("DELETE_SKIPPED", ""));
        } else if (failure.isPresent()) {
            show(resource.in("DELETE_FAILED", failure.get()));
            failed.add(id);
        } else {
            show(resource.in("DELETE_COMPLETE", ""));
        }
        if (phase == Phase.CLEANUP || phase == Phase.ROLLBACK_CLEANUP) {
            stack.resources().values().removeIf(resource::isSame);
        }
    }

    /// Changes the stack's resource only where it is still the one that is removed, not its replacement.
    private void show(StackResource resource) {
        StackResource current = stack.resources().get(resource.logicalId());
        if (current != null && current.isSame(resource)) {
            stack.put(resource);
        } else {
            stack.record(resource);
        }
    }

    private void finishRemoval() {
        String summary = "The following resource(s) failed to delete: %s. ".formatted(failed);
        boolean clean = failed.isEmpty();
        switch (phase) {
            case DELETE -> settle(clean ? "DELETE_COMPLETE" : "DELETE_FAILED", clean ? "" : summary);
            case ROLLBACK -> settle(clean ? "ROLLBACK_COMPLETE" : "ROLLBACK_FAILED", clean ? "" : summary);
            case CLEANUP -> settle("UPDATE_COMPLETE", "");
            default -> settle("UPDATE_ROLLBACK_COMPLETE", "");
        }
    }

    private void move(Phase next, String why) {
        phase = next;
        ticks = 0;
        stack.move(next.inProgress(), why);
    }

    private void settle(String status, String why) {
        phase = Phase.SETTLED;
        ticks = 0;
        stack.move(status, why);
    }
}
