package openproton.git.host;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openproton.git.Connection;
import openproton.git.GitException;

/// Reads the notices of hosts, once their signature is found right.
///
/// | kind | signature | event |
/// | --- | --- | --- |
/// | github | `X-Hub-Signature-256`: HMAC-SHA256 of the body | `X-GitHub-Event` |
/// | gitlab | `X-Gitlab-Token`: the secret itself | `X-Gitlab-Event` |
/// | bitbucket | `X-Hub-Signature`: HMAC-SHA256 of the body | `X-Event-Key` |
/// | git | `X-OpenProton-Signature`: HMAC-SHA256 of the body | none: `{"repository", "branch", "commit"}` |
public final class WebhookReader {
    private static final String NO_COMMIT = "0000000000000000000000000000000000000000";

    private WebhookReader() {}

    /// The events of a notice; some hosts put several into one, and there is at least one.
    ///
    /// @param headers by their names, in any case
    /// @throws GitException.Refused when the connection has no webhook secret, or the signature is not made
    /// with it
    public static List<Webhook> read(Connection connection, Map<String, String> headers, byte[] body) {
        var named = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        named.putAll(headers);
        new WebhookSignature(connection, named).check(body);
        JsonAnswer notice = JsonAnswer.read(new String(body, StandardCharsets.UTF_8));
        return switch (connection.kind()) {
            case GITHUB -> List.of(gitHub(named.getOrDefault("X-GitHub-Event", ""), notice));
            case GITLAB -> List.of(gitLab(named.getOrDefault("X-Gitlab-Event", ""), notice));
            case BITBUCKET -> bitbucket(named.getOrDefault("X-Event-Key", ""), notice);
            case GIT -> List.of(plain(notice));
        };
    }

    private static Webhook gitHub(String event, JsonAnswer notice) {
        String repository = notice.text("repository", "full_name");
        return switch (event) {
            case "push" -> push(event, repository, notice);
            case "pull_request" -> new Webhook.PullRequestChanged(repository, notice.text("pull_request", "number"));
            default -> new Webhook.Other(event);
        };
    }

    private static Webhook gitLab(String event, JsonAnswer notice) {
        String repository = notice.text("project", "path_with_namespace");
        return switch (event) {
            case "Push Hook" -> push(event, repository, notice);
            case "Merge Request Hook" ->
                new Webhook.PullRequestChanged(repository, notice.text("object_attributes", "iid"));
            default -> new Webhook.Other(event);
        };
    }

    /// GitHub and GitLab tell pushes alike; what is pushed may be a tag.
    private static Webhook push(String event, String repository, JsonAnswer notice) {
        String ref = notice.text("ref");
        String commit = notice.text("after");
        return ref.startsWith("refs/heads/")
                ? new Webhook.Push(
                        repository, ref.substring("refs/heads/".length()), commit.equals(NO_COMMIT) ? "" : commit)
                : new Webhook.Other(event);
    }

    private static List<Webhook> bitbucket(String event, JsonAnswer notice) {
        String repository = notice.text("repository", "full_name");
        if (event.startsWith("pullrequest:")) {
            return List.of(new Webhook.PullRequestChanged(repository, notice.text("pullrequest", "id")));
        }
        List<Webhook> pushes = notice.at("push", "changes").items().stream()
                .map(change -> branchChange(event, repository, change))
                .toList();
        return pushes.isEmpty() ? List.of(new Webhook.Other(event)) : pushes;
    }

    private static Webhook branchChange(String event, String repository, JsonAnswer change) {
        JsonAnswer branch = change.at("new").isNothing() ? change.at("old") : change.at("new");
        return branch.text("type").equals("branch")
                ? new Webhook.Push(repository, branch.text("name"), change.text("new", "target", "hash"))
                : new Webhook.Other(event);
    }

    private static Webhook plain(JsonAnswer notice) {
        String repository = notice.text("repository");
        return repository.isEmpty()
                ? new Webhook.Other("")
                : new Webhook.Push(repository, notice.text("branch"), notice.text("commit"));
    }
}
