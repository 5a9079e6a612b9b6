package openproton.cli;

import java.util.Optional;
import openproton.base.Arn;

/// The repository of a service, which the API demands for every service with a pipeline.
///
/// @param id such as `owner/name`; empty for a service without a pipeline
record Repository(Optional<String> id, Optional<String> branch, Optional<String> connection) {
    static final String USUAL_BRANCH = "main";

    /// The branch, where there is a repository.
    Optional<String> branchName() {
        return branch.or(() -> id.map(_ -> USUAL_BRANCH));
    }

    /// How it is reached, where there is a repository.
    ///
    /// @param arn of anything that belongs to the caller's account
    Optional<String> connectionArn(String arn) {
        return connection.or(() -> id.map(_ -> connection(arn)));
    }

    /// A connection for a server that reaches no repository through AWS: the API demands one.
    static String connection(String arn) {
        String account = Arn.parse(arn).map(Arn::account).orElse("000000000000");
        return "arn:aws:codestar-connections:us-east-1:%s:connection/00000000-0000-0000-0000-000000000000"
                .formatted(account);
    }
}
