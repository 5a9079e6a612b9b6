package openproton.resource.repository;

import java.util.Optional;
import openproton.api.Repository;
import openproton.api.RepositoryProvider;
import openproton.request.Scope;

/// A link to a repository as it is kept.
///
/// @param provider the kind of host, as the API names it
/// @param name such as `owner/name`
/// @param connectionArn names the configured connection that reaches it
/// @param encryptionKey kept for the caller, not used
public record StoredRepository(
        Scope scope, RepositoryProvider provider, String name, String connectionArn, Optional<String> encryptionKey) {

    /// The ARN.
    public String arn() {
        return LinkedBranch.arn(scope, provider, name);
    }

    /// How a person would call it in a sentence.
    public String words() {
        return "repository '%s' (%s)".formatted(name, provider.value());
    }

    Repository inDetail() {
        return Repository.builder()
                .arn(arn())
                .provider(provider)
                .name(name)
                .connectionArn(connectionArn)
                .encryptionKey(encryptionKey)
                .build();
    }
}
