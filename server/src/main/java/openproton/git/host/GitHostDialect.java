package openproton.git.host;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How one kind of host says what all of them mean: calls to make, and answers to read.
interface GitHostDialect {

    /// The headers that say who is calling.
    ///
    /// @param user the name that goes with the token, where one was configured
    Map<String, String> headers(Optional<String> user, String token);

    GitHostCall repository(String repository);

    /// Asks for the pull requests of a branch in every state.
    GitHostCall find(ProposedBranch branch);

    List<GitHostReply> found(GitHostReply answer);

    GitHostCall open(ProposedBranch branch, String title, String body);

    GitHostCall look(String repository, String id);

    GitHostCall close(String repository, String id);

    /// Reads one pull request.
    PullRequest read(GitHostReply pullRequest);

    /// The characters of a body that the host surely takes.
    int bodyMax();

    /// A text as a part of a path or a query.
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
