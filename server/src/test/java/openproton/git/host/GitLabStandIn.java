package openproton.git.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openproton.git.TestRepository;

/// Merge requests as GitLab's REST API documents them.
final class GitLabStandIn extends StandIn {
    private static final String PROJECT = "/projects/platform%2Finfra";
    private static final String REQUESTS = PROJECT + "/merge_requests";
    private final String token;

    GitLabStandIn(TestRepository repository, String context, String token) {
        super(repository, context);
        this.token = token;
    }

    @Override
    boolean isKnown(Map<String, String> headers) {
        return headers.getOrDefault("PRIVATE-TOKEN", "").equals(token);
    }

    @Override
    Answer answer(Asked asked) {
        if (asked.is("GET", PROJECT)) {
            return new Answer(200, Map.of("path_with_namespace", REPOSITORY));
        }
        if (asked.is("GET", REQUESTS)) {
            return new Answer(
                    200,
                    of(asked.parameter("source_branch"), asked.parameter("target_branch")).stream()
                            .map(this::told)
                            .toList());
        }
        if (asked.is("POST", REQUESTS)) {
            return open(asked.body());
        }
        if (asked.is("GET", REQUESTS + "/\\d+") || asked.is("PUT", REQUESTS + "/\\d+")) {
            return one(asked);
        }
        return new Answer(404, Map.of("message", "404 Project Not Found"));
    }

    private Answer one(Asked asked) {
        var found = known(asked.last());
        if (found.isEmpty()) {
            return new Answer(404, Map.of("message", "404 Not found"));
        }
        if (asked.method().equals("PUT") && asked.body().text("state_event").equals("close")) {
            found.get().state = "closed";
        }
        return new Answer(200, told(found.get()));
    }

    private Answer open(JsonAnswer body) {
        String branch = body.text("source_branch");
        String target = body.text("target_branch");
        if (hasOpen(branch, target)) {
            return new Answer(
                    409,
                    Map.of("message", List.of("Another open merge request already exists for this source branch: !1")));
        }
        return new Answer(201, told(add(body.text("title"), body.text("description"), branch, target)));
    }

    private Map<String, Object> told(Request request) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", 7000 + request.number);
        json.put("iid", request.number);
        json.put("web_url", "https://gitlab.example/platform/infra/-/merge_requests/" + request.number);
        json.put("state", request.state.equals("open") ? "opened" : request.state);
        json.put("merge_commit_sha", request.merged.isEmpty() ? null : request.merged);
        json.put("has_conflicts", request.state.equals("open") && repository.conflicts(request.branch));
        return json;
    }
}
