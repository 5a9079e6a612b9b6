package openproton.git.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.git.Connection;
import openproton.git.GitException;
import openproton.git.HostKind;
import openproton.git.Secret;
import org.junit.jupiter.api.Test;

class WebhookTest {
    private static final String COMMIT = "1111111111111111111111111111111111111111";
    private static final String NO_COMMIT = "0".repeat(40);

    /// The example of GitHub's documentation: its secret, its body, its signature.
    @Test
    void theSignatureIsTheOneThatGitHubDocuments() {
        Connection connection = connection(HostKind.GITHUB, Optional.of("It's a Secret to Everybody"));
        String signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

        assertThat(WebhookReader.read(
                        connection, Map.of("x-hub-signature-256", signature), "Hello, World!".getBytes(UTF_8)))
                .containsExactly(new Webhook.Other(""));
    }

    @Test
    void gitHubTellsPushes() {
        assertThat(gitHub("push", push("refs/heads/feature/x", COMMIT)))
                .containsExactly(new Webhook.Push("platform/infra", "feature/x", COMMIT));
        assertThat(gitHub("push", push("refs/heads/main", NO_COMMIT)))
                .containsExactly(new Webhook.Push("platform/infra", "main", ""));
        assertThat(gitHub("push", push("refs/tags/v1", COMMIT))).containsExactly(new Webhook.Other("push"));
    }

    @Test
    void gitHubTellsPullRequests() {
        String body = """
            {"action": "closed", "number": 17, "pull_request": {"number": 17, "merged": true},
             "repository": {"full_name": "platform/infra"}}
            """;

        assertThat(gitHub("pull_request", body))
                .containsExactly(new Webhook.PullRequestChanged("platform/infra", "17"));
        assertThat(gitHub("ping", "{\"zen\": \"Design for failure.\"}")).containsExactly(new Webhook.Other("ping"));
    }

    @Test
    void gitLabTellsPushesAndMergeRequests() {
        String push = """
            {"object_kind": "push", "ref": "refs/heads/main", "after": "%s",
             "project": {"path_with_namespace": "group/sub/infra"}}
            """.formatted(COMMIT);
        String request = """
            {"object_kind": "merge_request", "project": {"path_with_namespace": "group/sub/infra"},
             "object_attributes": {"id": 99, "iid": 3, "state": "merged", "action": "merge"}}
            """;

        assertThat(gitLab("Push Hook", push)).containsExactly(new Webhook.Push("group/sub/infra", "main", COMMIT));
        assertThat(gitLab("Merge Request Hook", request))
                .containsExactly(new Webhook.PullRequestChanged("group/sub/infra", "3"));
        assertThat(gitLab("Tag Push Hook", push)).containsExactly(new Webhook.Other("Tag Push Hook"));
    }

    @Test
    void bitbucketTellsSeveralBranchesAtOnce() {
        String body = """
            {"repository": {"full_name": "platform/infra"}, "push": {"changes": [
              {"new": {"type": "branch", "name": "main", "target": {"hash": "%s"}}, "old": null},
              {"new": null, "old": {"type": "branch", "name": "gone", "target": {"hash": "%s"}}},
              {"new": {"type": "tag", "name": "v1", "target": {"hash": "%s"}}, "old": null}]}}
            """.formatted(COMMIT, COMMIT, COMMIT);

        assertThat(bitbucket("repo:push", body))
                .containsExactly(
                        new Webhook.Push("platform/infra", "main", COMMIT),
                        new Webhook.Push("platform/infra", "gone", ""),
                        new Webhook.Other("repo:push"));
    }

    @Test
    void bitbucketTellsPullRequests() {
        String body = """
            {"repository": {"full_name": "platform/infra"}, "pullrequest": {"id": 5, "state": "MERGED"}}
            """;

        assertThat(bitbucket("pullrequest:fulfilled", body))
                .containsExactly(new Webhook.PullRequestChanged("platform/infra", "5"));
        assertThat(bitbucket("issue:created", body)).containsExactly(new Webhook.Other("issue:created"));
    }

    @Test
    void gitAloneTellsPushesInOurOwnForm() {
        String body = """
            {"repository": "platform/infra.git", "branch": "main", "commit": "%s"}
            """.formatted(COMMIT);

        assertThat(read(HostKind.GIT, Map.of(), "X-OpenProton-Signature", body))
                .containsExactly(new Webhook.Push("platform/infra.git", "main", COMMIT));
    }

    @Test
    void whatIsNotSignedIsRefused() {
        Connection connection = connection(HostKind.GITHUB, Optional.of("secret"));
        byte[] body = push("refs/heads/main", COMMIT).getBytes(UTF_8);
        var headers = Map.of("X-GitHub-Event", "push", "X-Hub-Signature-256", "sha256=" + "0".repeat(64));

        assertThatExceptionOfType(GitException.Refused.class)
                .isThrownBy(() -> WebhookReader.read(connection, Map.of("X-GitHub-Event", "push"), body));
        assertThatExceptionOfType(GitException.Refused.class)
                .isThrownBy(() -> WebhookReader.read(connection, headers, body))
                .withMessageContaining("connection main");
        assertThatExceptionOfType(GitException.Refused.class)
                .isThrownBy(() -> WebhookReader.read(
                        connection(HostKind.GITLAB, Optional.of("secret")), Map.of("X-Gitlab-Token", "secre"), body));
    }

    @Test
    void aConnectionWithoutSecretTakesNoNotice() {
        assertThatExceptionOfType(GitException.Refused.class)
                .isThrownBy(() -> WebhookReader.read(
                        connection(HostKind.GITLAB, Optional.empty()), Map.of("X-Gitlab-Token", ""), new byte[0]))
                .withMessageContaining("no webhook secret");
    }

    @Test
    void aStrangerIsNotToldWhereTheSecretShouldBe() {
        var missing = new Secret.InFile(Path.of("/etc/openproton/hook"));

        assertThatExceptionOfType(GitException.Refused.class)
                .isThrownBy(
                        () -> WebhookReader.read(keeping(HostKind.GITHUB, Optional.of(missing)), Map.of(), new byte[0]))
                .withMessageContaining("the log of the server says why")
                .withMessageNotContaining("/etc");
    }

    @Test
    void whatIsNotJsonTellsNothing() {
        assertThat(gitHub("push", "not json")).containsExactly(new Webhook.Other("push"));
    }

    private static String push(String ref, String after) {
        return """
            {"ref": "%s", "after": "%s", "repository": {"full_name": "platform/infra"}}
            """.formatted(ref, after);
    }

    private static List<Webhook> gitHub(String event, String body) {
        return read(HostKind.GITHUB, Map.of("X-GitHub-Event", event), "X-Hub-Signature-256", body);
    }

    private static List<Webhook> bitbucket(String event, String body) {
        return read(HostKind.BITBUCKET, Map.of("X-Event-Key", event), "X-Hub-Signature", body);
    }

    private static List<Webhook> gitLab(String event, String body) {
        return WebhookReader.read(
                connection(HostKind.GITLAB, Optional.of("secret")),
                Map.of("X-Gitlab-Event", event, "X-Gitlab-Token", "secret"),
                body.getBytes(UTF_8));
    }

    private static List<Webhook> read(HostKind kind, Map<String, String> headers, String signature, String body) {
        var signed = new HashMap<>(headers);
        signed.put(signature, WebhookSignature.of("secret", body.getBytes(UTF_8)));
        return WebhookReader.read(connection(kind, Optional.of("secret")), signed, body.getBytes(UTF_8));
    }

    private static Connection connection(HostKind kind, Optional<String> secret) {
        return keeping(kind, secret.map(text -> new Secret.InVariable("SECRET", Map.of("SECRET", text))));
    }

    private static Connection keeping(HostKind kind, Optional<Secret> secret) {
        var address = new Connection.Address(URI.create("https://git.example.org"), Optional.empty());
        return new Connection(
                "main",
                kind,
                address,
                Connection.Credentials.NONE,
                secret,
                new Connection.Offer("GITHUB", Optional.empty()));
    }
}
