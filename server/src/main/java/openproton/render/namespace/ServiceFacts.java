package openproton.render.namespace;

import java.util.Map;

/// A service, as its instances and its pipeline see it.
///
/// @param name the service's name
/// @param branchName the branch that holds its code; empty without a repository
/// @param repositoryId such as `owner/name`; empty without a repository
/// @param repositoryConnectionArn how AWS reaches the repository; empty without one
public record ServiceFacts(String name, String branchName, String repositoryId, String repositoryConnectionArn) {

    /// A service without a repository. The names stay, because Terraform requires them.
    public static ServiceFacts withoutRepository(String name) {
        return new ServiceFacts(name, "", "", "");
    }

    Map<String, Object> toMap() {
        return Namespace.ordered(
                "name", name,
                "branch_name", branchName,
                "repository_id", repositoryId,
                "repository_connection_arn", repositoryConnectionArn);
    }
}
