package openproton.git.host;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import openproton.git.GitException;

/// Pull requests at a host with an API.
///
/// @param client makes the calls
/// @param dialect knows which
record ApiHost(HostClient client, HostDialect dialect) implements Host {
    /// GitLab's and Bitbucket's limit; GitHub takes one more.
    private static final int TITLE_MAX = 255;

    private static final String CUT = "\n\n… (cut)";

    @Override
    public PullRequest open(ProposedBranch branch, String title, String body) {
        return find(branch).orElseGet(() -> create(branch, title, body));
    }

    /// The open one, or else the newest: hosts list the newest first.
    @Override
    public Optional<PullRequest> find(ProposedBranch branch) {
        return dialect.found(client.send(dialect.find(branch))).stream()
                .map(this::read)
                .min(Comparator.comparing(found -> !(found.state() instanceof PullRequest.Open)));
    }

    @Override
    public PullRequest look(ProposedBranch branch, String id) {
        return read(client.send(dialect.look(branch.repository(), id)));
    }

    @Override
    public void close(ProposedBranch branch, String id) {
        client.send(dialect.close(branch.repository(), id));
    }

    @Override
    public void check(String repository) {
        client.send(dialect.repository(repository));
    }

    /// Another one may have been faster.
    private PullRequest create(ProposedBranch branch, String title, String body) {
        try {
            return read(client.send(dialect.open(branch, shortened(title), cut(body))));
        } catch (GitException.Moved e) {
            return find(branch).orElseThrow(() -> e);
        }
    }

    /// Another server may answer in place of the host, such as a proxy with a sign-in page.
    private PullRequest read(JsonAnswer answer) {
        PullRequest found = dialect.read(answer);
        if (found.id().isEmpty()) {
            throw new GitException.Unreachable(
                    "%s answered with something that is no pull request; is the address of the API right?"
                            .formatted(client.api()),
                    (Instant) null);
        }
        return found;
    }

    private static String shortened(String title) {
        return title.length() <= TITLE_MAX ? title : title.substring(0, TITLE_MAX - 1) + "…";
    }

    private String cut(String body) {
        int most = dialect.bodyMax();
        return body.length() <= most ? body : body.substring(0, most - CUT.length()) + CUT;
    }
}
