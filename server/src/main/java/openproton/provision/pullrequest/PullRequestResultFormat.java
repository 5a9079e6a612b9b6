package openproton.provision.pullrequest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openproton.provision.Progress;
import openproton.provision.polled.OrderResultFormat;
import openproton.provision.polled.StoredMembers;

/// Stores the folder and the URL of a pull request.
record PullRequestResultFormat() implements OrderResultFormat {

    @Override
    public Map<String, Object> members(Progress.Finished end) {
        var members = new LinkedHashMap<String, Object>();
        end.resources().forEach(resource -> {
            members.put("folder", resource.name());
            members.put("url", resource.identifier());
        });
        return members;
    }

    @Override
    public Progress.Finished finished(Map<?, ?> members) {
        var pullRequest = resource(StoredMembers.text(members, "folder"), StoredMembers.text(members, "url"));
        return new Progress.Finished(Map.of(), List.of(pullRequest));
    }

    /// A pull request as a provisioned resource: its folder and its URL, both cut to the length that the API allows
    /// (docs/behaviour/provisioning.md#outputs-and-resources).
    static Progress.Resource resource(String folder, String url) {
        return new Progress.Resource(cut(folder, 200), cut(url, 200), "TERRAFORM");
    }

    static String cut(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }
}
