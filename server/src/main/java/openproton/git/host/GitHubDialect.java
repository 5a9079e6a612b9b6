package openproton.git.host;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// GitHub's REST API, version 2022-11-28: pull requests.
record GitHubDialect() implements HostDialect {
    private static final int BODY_MAX = 60_000;

    @Override
    public Map<String, String> headers(Optional<String> user, String token) {
        return Map.of(
                "Authorization", "Bearer " + token,
                "Accept", "application/vnd.github+json",
                "X-GitHub-Api-Version", "2022-11-28");
    }

    @Override
    public HostCall repository(String repository) {
        return HostCall.get("/repos/" + repository);
    }

    @Override
    public HostCall find(ProposedBranch branch) {
        String owner =
                branch.repository().substring(0, Math.max(0, branch.repository().indexOf('/')));
        return HostCall.get("/repos/%s/pulls?state=all&per_page=10&head=%s&base=%s"
                .formatted(
                        branch.repository(),
                        HostDialect.encoded(owner + ":" + branch.branch()),
                        HostDialect.encoded(branch.target())));
    }

    @Override
    public List<JsonAnswer> found(JsonAnswer answer) {
        return answer.items();
    }

    @Override
    public HostCall open(ProposedBranch branch, String title, String body) {
        return HostCall.send(
                "POST",
                "/repos/%s/pulls".formatted(branch.repository()),
                Map.of("title", title, "head", branch.branch(), "base", branch.target(), "body", body));
    }

    @Override
    public HostCall look(String repository, String id) {
        return HostCall.get("/repos/%s/pulls/%s".formatted(repository, id));
    }

    @Override
    public HostCall close(String repository, String id) {
        return HostCall.send("PATCH", "/repos/%s/pulls/%s".formatted(repository, id), Map.of("state", "closed"));
    }

    @Override
    public PullRequest read(JsonAnswer pullRequest) {
        return new PullRequest(pullRequest.text("number"), pullRequest.text("html_url"), state(pullRequest));
    }

    /// A list tells `merged_at`, a single answer `merged` too.
    private static PullRequest.State state(JsonAnswer pullRequest) {
        if (!pullRequest.text("merged_at").isEmpty() || pullRequest.isTrue("merged")) {
            return new PullRequest.Merged(pullRequest.text("merge_commit_sha"));
        }
        return pullRequest.text("state").equals("open")
                ? new PullRequest.Open(pullRequest.isFalse("mergeable"))
                : new PullRequest.Closed();
    }

    @Override
    public int bodyMax() {
        return BODY_MAX;
    }
}
