package openproton.provision.cloudformation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import openproton.base.Json;
import openproton.provision.polled.StoredMembers;

/// What `state.json` stores of a running order.
///
/// @param stage the stage of the order
/// @param since the start of the stage
/// @param marks the events of the stack that were read
record StackPosition(StackStage stage, Instant since, Marks marks) {

    /// Places in the history of a stack.
    ///
    /// @param from the last event before this order did anything to the stack; empty for the beginning
    /// @param last the last event that was logged
    /// @param status the newest status of the stack after `from`, such as `UPDATE_IN_PROGRESS`; empty for none
    record Marks(String from, String last, String status) {
        static final Marks NONE = new Marks("", "", "");

        static Marks at(String event) {
            return new Marks(event, event, "");
        }
    }

    static StackPosition first(Instant now) {
        return new StackPosition(new StackStage.Examining(), now, Marks.NONE);
    }

    StackPosition with(Marks seen) {
        return new StackPosition(stage, since, seen);
    }

    String json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("phase", stage.storedName());
        json.putAll(stage.storedMembers());
        json.put("since", since);
        json.put("from", marks.from());
        json.put("last", marks.last());
        json.put("status", marks.status());
        return Json.write(json);
    }

    static StackPosition read(String json) {
        Map<?, ?> map = StoredMembers.of(json);
        return new StackPosition(
                StackStage.stored(map),
                Instant.parse(StoredMembers.text(map, "since")),
                new Marks(
                        StoredMembers.text(map, "from"),
                        StoredMembers.text(map, "last"),
                        StoredMembers.text(map, "status")));
    }
}
