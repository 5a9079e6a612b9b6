package openproton.git.host;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Bitbucket Cloud's REST API, version 2.0: pull requests. It does not tell of conflicts.
record BitbucketDialect() implements HostDialect {
    private static final int BODY_MAX = 30_000;
    private static final String EVERY_STATE = "state=OPEN&state=MERGED&state=DECLINED&state=SUPERSEDED";

    /// A token of a person goes with the person's name, a token of a repository goes alone.
    @Override
    public Map<String, String> headers(Optional<String> user, String token) {
        String who = user.map(name -> "Basic " + base64(name + ":" + token)).orElse("Bearer " + token);
        return Map.of("Authorization", who, "Accept", "application/json");
    }

    @Override
    public HostCall repository(String repository) {
        return HostCall.get("/repositories/" + repository);
    }

    @Override
    public HostCall find(ProposedBranch branch) {
        String query = "source.branch.name=\"%s\" AND destination.branch.name=\"%s\""
                .formatted(branch.branch(), branch.target());
        return HostCall.get("/repositories/%s/pullrequests?%s&q=%s"
                .formatted(branch.repository(), EVERY_STATE, HostDialect.encoded(query)));
    }

    @Override
    public List<JsonAnswer> found(JsonAnswer answer) {
        return answer.at("values").items();
    }

    @Override
    public HostCall open(ProposedBranch branch, String title, String body) {
        return HostCall.send(
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
    public HostCall look(String repository, String id) {
        return HostCall.get("/repositories/%s/pullrequests/%s".formatted(repository, id));
    }

    @Override
    public HostCall close(String repository, String id) {
        return HostCall.send("POST", "/repositories/%s/pullrequests/%s/decline".formatted(repository, id), Map.of());
    }

    @Override
    public PullRequest read(JsonAnswer pullRequest) {
        return new PullRequest(pullRequest.text("id"), pullRequest.text("links", "html", "href"), state(pullRequest));
    }

    private static PullRequest.State state(JsonAnswer pullRequest) {
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
