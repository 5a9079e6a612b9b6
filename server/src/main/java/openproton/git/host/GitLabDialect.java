package openproton.git.host;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// GitLab's REST API, version 4: merge requests.
record GitLabDialect() implements HostDialect {
    private static final int BODY_MAX = 500_000;

    @Override
    public Map<String, String> headers(Optional<String> user, String token) {
        return Map.of("PRIVATE-TOKEN", token, "Accept", "application/json");
    }

    @Override
    public HostCall repository(String repository) {
        return HostCall.get(project(repository));
    }

    @Override
    public HostCall find(ProposedBranch branch) {
        return HostCall.get("%s/merge_requests?state=all&per_page=10&source_branch=%s&target_branch=%s"
                .formatted(
                        project(branch.repository()),
                        HostDialect.encoded(branch.branch()),
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
                project(branch.repository()) + "/merge_requests",
                Map.of(
                        "title",
                        title,
                        "source_branch",
                        branch.branch(),
                        "target_branch",
                        branch.target(),
                        "description",
                        body,
                        "remove_source_branch",
                        true));
    }

    @Override
    public HostCall look(String repository, String id) {
        return HostCall.get("%s/merge_requests/%s".formatted(project(repository), id));
    }

    @Override
    public HostCall close(String repository, String id) {
        return HostCall.send(
                "PUT", "%s/merge_requests/%s".formatted(project(repository), id), Map.of("state_event", "close"));
    }

    @Override
    public PullRequest read(JsonAnswer mergeRequest) {
        return new PullRequest(mergeRequest.text("iid"), mergeRequest.text("web_url"), state(mergeRequest));
    }

    /// A merge request that is `locked` is being merged.
    private static PullRequest.State state(JsonAnswer mergeRequest) {
        return switch (mergeRequest.text("state")) {
            case "merged" -> new PullRequest.Merged(commit(mergeRequest));
            case "closed" -> new PullRequest.Closed();
            default -> new PullRequest.Open(mergeRequest.isTrue("has_conflicts"));
        };
    }

    /// A merge without a commit of its own leaves the squashed commit, or the branch's.
    private static String commit(JsonAnswer mergeRequest) {
        return Stream.of("merge_commit_sha", "squash_commit_sha", "sha")
                .map(mergeRequest::text)
                .filter(sha -> !sha.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String project(String repository) {
        return "/projects/" + HostDialect.encoded(repository);
    }

    @Override
    public int bodyMax() {
        return BODY_MAX;
    }
}
