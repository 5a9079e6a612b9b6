package openproton.provision.cloudformation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import openproton.base.Json;
import openproton.provision.watched.Members;

/// What must be known of a running order after a restart.
///
/// @param phase how far it came
/// @param since when it came there
/// @param marks which events of the stack were seen
record State(Phase phase, Instant since, Marks marks) {

    /// Places in the history of a stack.
    ///
    /// @param from the last event before this order did anything to the stack; empty for the beginning
    /// @param last the last event that was logged
    /// @param status what the stack itself came to since `from`, such as `UPDATE_IN_PROGRESS`; empty for nothing
    record Marks(String from, String last, String status) {
        static final Marks NONE = new Marks("", "", "");

        static Marks at(String event) {
            return new Marks(event, event, "");
        }
    }

    static State first(Instant now) {
        return new State(new Phase.Survey(), now, Marks.NONE);
    }

    State with(Marks seen) {
        return new State(phase, since, seen);
    }

    String json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("phase", phase.getClass().getSimpleName());
        switch (phase) {
            case Phase.Survey() -> {}
            case Phase.Clearing(var stack) -> json.put("stack", stack);
            case Phase.Recovering(var stack) -> json.put("stack", stack);
            case Phase.Proposing(var creating) -> json.put("creating", creating);
            case Phase.Submitting(var creating) -> json.put("creating", creating);
            case Phase.Executing(var stack, var creating) -> {
                json.put("stack", stack);
                json.put("creating", creating);
            }
            case Phase.Following(var stack, var creating) -> {
                json.put("stack", stack);
                json.put("creating", creating);
            }
            case Phase.Removing(var stack, var undoing) -> {
                json.put("stack", stack);
                json.put("undoing", undoing);
            }
        }
        json.put("since", since);
        json.put("from", marks.from());
        json.put("last", marks.last());
        json.put("status", marks.status());
        return Json.write(json);
    }

    static State read(String json) {
        Map<?, ?> map = Members.of(json);
        return new State(
                phase(map),
                Instant.parse(Members.text(map, "since")),
                new Marks(Members.text(map, "from"), Members.text(map, "last"), Members.text(map, "status")));
    }

    private static Phase phase(Map<?, ?> map) {
        String stack = Members.text(map, "stack");
        boolean creating = Boolean.TRUE.equals(map.get("creating"));
        String name = Members.text(map, "phase");
        return switch (name) {
            case "Survey" -> new Phase.Survey();
            case "Clearing" -> new Phase.Clearing(stack);
            case "Recovering" -> new Phase.Recovering(stack);
            case "Proposing" -> new Phase.Proposing(creating);
            case "Submitting" -> new Phase.Submitting(creating);
            case "Executing" -> new Phase.Executing(stack, creating);
            case "Following" -> new Phase.Following(stack, creating);
            case "Removing" -> new Phase.Removing(stack, Boolean.TRUE.equals(map.get("undoing")));
            default -> throw new IllegalStateException("'%s' is no phase of an order".formatted(name));
        };
    }
}
