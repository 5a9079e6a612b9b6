package openproton.provision.pullrequest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openproton.base.Json;
import openproton.provision.Progress;

/// How an order ended, as its journal keeps it.
final class Ending {
    private Ending() {}

    static String json(Progress end) {
        var json = new LinkedHashMap<String, Object>();
        switch (end) {
            case Progress.Running() -> throw new IllegalArgumentException("a running order has no end");
            case Progress.Finished finished -> {
                json.put("end", "Finished");
                finished.resources().forEach(resource -> {
                    json.put("folder", resource.name());
                    json.put("url", resource.identifier());
                });
            }
            case Progress.Broken(var why) -> {
                json.put("end", "Broken");
                json.put("why", why);
            }
            case Progress.Cancelled() -> json.put("end", "Cancelled");
        }
        return Json.write(json);
    }

    static Progress read(String json) {
        Map<?, ?> map = Members.of(json);
        return switch (Members.text(map, "end")) {
            case "Finished" ->
                new Progress.Finished(
                        Map.of(), List.of(resource(Members.text(map, "folder"), Members.text(map, "url"))));
            case "Broken" -> new Progress.Broken(Members.text(map, "why"));
            case "Cancelled" -> new Progress.Cancelled();
            case String other -> throw new IllegalStateException("not an end: " + other);
        };
    }

    /// What the API tells of a proposal: its folder and its pull request, as far as they fit (resources and
    /// lifecycle, §5.5).
    static Progress.Resource resource(String folder, String url) {
        return new Progress.Resource(cut(folder, 200), cut(url, 200), "TERRAFORM");
    }

    static String cut(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }
}
