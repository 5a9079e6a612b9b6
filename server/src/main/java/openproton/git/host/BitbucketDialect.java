package openproton.git.host;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Bitbucket Cloud's REST API, version 2.0: pull requests. It does not report conflicts.
record BitbucketDialect() implements GitHostDialect {
    private static final int BODY_MAX = 30_000;
    private static final String EVERY_STATE = "state=OPEN&state=MERGED&state=DECLINED&state=SUPERSEDED";

    /// A person's token needs the person's name; a repository's token does not.
    @Override
    public Map<String, String> headers(Optional<String> user, String token) {
        String who = user.map(name -> "Basic " + base64(name + ":" + token)).orElse("Bearer " + token);
        return Map.of("Authorization", who, "Accept", "application/json");
    }

    @Override
    public GitHostCall repository(String repository) {
        return GitHostCall.get("/repositories/" + repository);
    }

    @Override
    public GitHostCall find(ProposedBranch branch) {
        String query = "source.branch.name=\"%s\" AND destination.branch.name=\"%s\""
                .formatted(branch.branch(), branch.target());
        return GitHostCall.get("/repositories/%s/pullrequests?%s&q=%s"
                .formatted(branch.repository(), EVERY_STATE, GitHostDialect.encoded(query)));
    }

    @Override
    public List<GitHostReply> found(GitHostReply answer) {
        return answer.at("values").items();
    }

    @Override
    public GitHostCall open(ProposedBranch branch, String title, String body) {
        return GitHostCall.send(
                "POST",
                "/repositories/%s/pullrequests".formatted(branch.repository()),
                Map.of(
                        "title",
                        title,
                        "description",
                        body,
                        "source",
                        branch(branch.branch()),
                        "destination",
                        branch(branch.target()),
                        "close_source_branch",
                        true));
    }

    @Override
    public GitHostCall look(String repository, String id) {
        return GitHostCall.get("/repositories/%s/pullrequests/%s".formatted(repository, id));
    }

    @Override
    public GitHostCall close(String repository, String id) {
        return GitHostCall.send("POST", "/repositories/%s/pullrequests/%s/decline".formatted(repository, id), Map.of());
    }

    @Override
    public PullRequest read(GitHostReply pullRequest) {
        return new PullRequest(pullRequest.text("id"), pullRequest.text("links", "html", "href"), state(pullRequest));
    }

    private static PullRequest.State state(GitHostReply pullRequest) {
        return switch (pullRequest.text("state")) {
            case "MERGED" -> new PullRequest.Merged(pullRequest.text("merge_commit", "hash"));
            case "DECLINED", "SUPERSEDED" -> new PullRequest.Closed();
            default -> new PullRequest.Open(false);
        };
    }

    private static Map<String, Object> branch(String name) {
        return Map.of("branch", Map.of("name", name));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int bodyMax() {
        return BODY_MAX;
    }
}
