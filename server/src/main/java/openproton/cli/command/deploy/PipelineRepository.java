package openproton.cli.command.deploy;

import java.util.Optional;
import openproton.base.Arn;

/// The repository with the code of a service; the API requires one for every service with a pipeline.
///
/// @param id such as `owner/name`; empty for a service without a pipeline
public record PipelineRepository(Optional<String> id, Optional<String> branch, Optional<String> connection) {
    public static final String DEFAULT_BRANCH = "main";

    /// Empty when there is no repository.
    Optional<String> branchName() {
        return branch.or(() -> id.map(_ -> DEFAULT_BRANCH));
    }

    /// Empty when there is no repository.
    ///
    /// @param arn of any resource in the caller's account
    Optional<String> connectionArn(String arn) {
        return connection.or(() -> id.map(_ -> localConnection(arn)));
    }

    /// A connection for a server that reaches no repository through AWS; the API requires one all the same.
    ///
    /// @param arn of any resource in the caller's account
    public static String localConnection(String arn) {
        String account = Arn.parse(arn).map(Arn::account).orElse("000000000000");
        return "arn:aws:codestar-connections:us-east-1:%s:connection/00000000-0000-0000-0000-000000000000"
                .formatted(account);
    }
}
