package openproton.provision.pullrequest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openproton.provision.Progress;
import openproton.provision.polled.OrderResultFormat;
import openproton.provision.polled.StoredMembers;

/// Keeps the folder and the pull request of a proposal.
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

    /// What the API tells of a proposal: its folder and its pull request, as far as they fit
    /// (docs/behaviour/provisioning.md#outputs-and-resources).
    static Progress.Resource resource(String folder, String url) {
        return new Progress.Resource(cut(folder, 200), cut(url, 200), "TERRAFORM");
    }

    static String cut(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }
}
