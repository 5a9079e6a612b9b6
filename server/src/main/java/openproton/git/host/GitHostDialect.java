package openproton.git.host;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The requests and answers of one kind of git host.
interface GitHostDialect {

    /// The headers with the credentials.
    ///
    /// @param user the name that goes with the token, where one was configured
    Map<String, String> headers(Optional<String> user, String token);

    GitHostCall repository(String repository);

    /// The request for the pull requests of a branch, in every state.
    GitHostCall find(ProposedBranch branch);

    List<GitHostReply> found(GitHostReply answer);

    GitHostCall open(ProposedBranch branch, String title, String body);

    GitHostCall look(String repository, String id);

    GitHostCall close(String repository, String id);

    /// Reads one pull request.
    PullRequest read(GitHostReply pullRequest);

    /// The number of characters of a body that the host accepts for certain.
    int bodyMax();

    /// Encodes a text for a path or a query.
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
