package openproton.resource.repository;

import java.util.Locale;
import java.util.Optional;
import openproton.api.RepositoryBranch;
import openproton.api.RepositoryBranchInput;
import openproton.api.RepositoryProvider;
import openproton.request.Scope;
import openproton.store.Row;

/// A branch of a repository that is linked.
///
/// @param provider the kind of host, as the API names it
/// @param name such as `owner/name`
public record LinkedBranch(RepositoryProvider provider, String name, String branch) {

    /// The branch that a request names.
    public static LinkedBranch of(RepositoryBranchInput input) {
        return new LinkedBranch(input.provider(), input.name(), input.branch());
    }

    /// Reads the columns `repository_provider`, `repository_name` and `repository_branch`.
    public static Optional<LinkedBranch> of(Row row) {
        return row.optionalText("repository_provider")
                .map(provider -> new LinkedBranch(
                        RepositoryProvider.valueOf(provider),
                        row.text("repository_name"),
                        row.text("repository_branch")));
    }

    /// The ARN of a repository: the provider in lower case (docs/behaviour/requests.md#names-and-arns).
    public static String arn(Scope scope, RepositoryProvider provider, String name) {
        return scope.arn("repository/" + provider.value().toLowerCase(Locale.ROOT) + ":" + name);
    }

    /// As the API shows it.
    public RepositoryBranch toApi(Scope scope) {
        return RepositoryBranch.builder()
                .arn(arn(scope, provider, name))
                .provider(provider)
                .name(name)
                .branch(branch)
                .build();
    }
}
