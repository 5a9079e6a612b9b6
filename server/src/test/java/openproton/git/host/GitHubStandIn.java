package openproton.git.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openproton.git.TestRepository;

/// Pull requests as GitHub's REST API documents them.
final class GitHubStandIn extends StandIn {
    private static final String PULLS = "/repos/platform/infra/pulls";
    private final String token;

    GitHubStandIn(TestRepository repository, String context, String token) {
        super(repository, context);
        this.token = token;
    }

    @Override
    boolean isKnown(Map<String, String> headers) {
        return headers.getOrDefault("Authorization", "").equals("Bearer " + token);
    }

    @Override
    Answer answer(Asked asked) {
        if (asked.is("GET", "/repos/platform/infra")) {
            return new Answer(200, Map.of("full_name", REPOSITORY));
        }
        if (asked.is("GET", PULLS)) {
            String branch = asked.parameter("head").replaceFirst("^platform:", "");
            return new Answer(
                    200,
                    of(branch, asked.parameter("base")).stream()
                            .map(this::listed)
                            .toList());
        }
        if (asked.is("POST", PULLS)) {
            return open(asked.body());
        }
        if (asked.is("GET", PULLS + "/\\d+") || asked.is("PATCH", PULLS + "/\\d+")) {
            return one(asked);
        }
        return new Answer(404, Map.of("message", "Not Found"));
    }

    private Answer one(Asked asked) {
        var found = known(asked.last());
        if (found.isEmpty()) {
            return new Answer(404, Map.of("message", "Not Found"));
        }
        if (asked.method().equals("PATCH") && asked.body().text("state").equals("closed")) {
            found.get().state = "closed";
        }
        return new Answer(200, told(found.get()));
    }

    private Answer open(JsonAnswer body) {
        String branch = body.text("head");
        if (!repository.branches().contains(branch)) {
            return invalid(Map.of("resource", "PullRequest", "field", "head", "code", "invalid"));
        }
        if (hasOpen(branch, body.text("base"))) {
            return invalid(Map.of("message", "A pull request already exists for platform:%s.".formatted(branch)));
        }
        return new Answer(201, told(add(body.text("title"), body.text("body"), branch, body.text("base"))));
    }

    private static Answer invalid(Map<String, String> error) {
        return new Answer(422, Map.of("message", "Validation Failed", "errors", List.of(error)));
    }

    /// A list does not tell whether something is merged or can be; only when it was.
    private Map<String, Object> listed(Request request) {
        var json = new LinkedHashMap<String, Object>();
        json.put("number", request.number);
        json.put("html_url", "https://github.example/platform/infra/pull/" + request.number);
        json.put("state", request.state.equals("open") ? "open" : "closed");
        json.put("merged_at", request.merged.isEmpty() ? null : "2026-11-21T08:00:00Z");
        json.put("merge_commit_sha", request.merged.isEmpty() ? null : request.merged);
        return json;
    }

    private Map<String, Object> told(Request request) {
        Map<String, Object> json = listed(request);
        json.put("merged", !request.merged.isEmpty());
        json.put("mergeable", request.state.equals("open") ? !repository.conflicts(request.branch) : null);
        return json;
    }
}
