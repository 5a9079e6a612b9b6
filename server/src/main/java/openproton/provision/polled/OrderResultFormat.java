package openproton.provision.polled;

import java.util.LinkedHashMap;
import java.util.Map;
import openproton.base.Json;
import openproton.provision.Progress;

/// Writes and reads `end.json`, the result of an order. The members of a success are different for each engine.
public interface OrderResultFormat {

    /// The members to store for a success.
    Map<String, Object> members(Progress.Finished end);

    /// The success that was stored as these members.
    Progress.Finished finished(Map<?, ?> members);

    default String json(Progress end) {
        var json = new LinkedHashMap<String, Object>();
        json.put("end", end.getClass().getSimpleName());
        switch (end) {
            case Progress.Finished finished -> json.putAll(members(finished));
            case Progress.Broken(var why) -> json.put("why", why);
            case Progress.Cancelled() -> {}
            case Progress.Running _ -> throw new IllegalArgumentException("an order that runs has no end");
        }
        return Json.write(json);
    }

    default Progress read(String json) {
        Map<?, ?> members = StoredMembers.of(json);
        return switch (StoredMembers.text(members, "end")) {
            case "Finished" -> finished(members);
            case "Broken" -> new Progress.Broken(StoredMembers.text(members, "why"));
            case "Cancelled" -> new Progress.Cancelled();
            case String other -> throw new IllegalStateException("'%s' is no end of an order".formatted(other));
        };
    }
}
