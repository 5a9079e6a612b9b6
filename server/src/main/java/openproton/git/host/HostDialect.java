package openproton.git.host;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How one kind of host spells the requests and answers that all of them have.
interface HostDialect {

    /// The headers that say who is calling.
    ///
    /// @param user the name that goes with the token, where one was configured
    Map<String, String> headers(Optional<String> user, String token);

    HostCall repository(String repository);

    /// Lists the pull requests of a branch in every state.
    HostCall find(ProposedBranch branch);

    List<JsonAnswer> found(JsonAnswer answer);

    HostCall open(ProposedBranch branch, String title, String body);

    HostCall look(String repository, String id);

    HostCall close(String repository, String id);

    /// Reads one pull request.
    PullRequest read(JsonAnswer pullRequest);

    /// The characters of a body that the host surely takes.
    int bodyMax();

    /// A text as a part of a path or a query.
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
