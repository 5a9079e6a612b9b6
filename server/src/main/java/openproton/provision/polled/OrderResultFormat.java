package openproton.provision.polled;

import java.util.LinkedHashMap;
import java.util.Map;
import openproton.base.Json;
import openproton.provision.Progress;

/// How an order ended, as its journal keeps it; what is kept of a good end is each engine's own.
public interface OrderResultFormat {

    /// What is kept of a good end.
    Map<String, Object> members(Progress.Finished end);

    /// The good end of which these members were kept.
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
