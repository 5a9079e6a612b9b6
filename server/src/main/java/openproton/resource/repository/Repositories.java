package openproton.resource.repository;

import openproton.api.RepositoryProvider;
import openproton.api.ResourceNotFoundException;
import openproton.api.ValidationException;
import openproton.request.Scope;
import openproton.store.Transaction;

/// What all operations on repositories share.
///
/// @param reach tells whether a connection reaches a repository
public record Repositories(Reach reach) {

    /// Tells whether a connection reaches a repository.
    @FunctionalInterface
    public interface Reach {

        /// @throws ValidationException when the connection is not configured for the account, goes to another provider,
        /// or does not reach the repository
        void require(String account, String connectionArn, RepositoryProvider provider, String name);
    }

    /// @throws ResourceNotFoundException when it is not linked
    static StoredRepository get(Transaction tx, Scope scope, RepositoryProvider provider, String name) {
        return new RepositoryTable(tx)
                .find(scope, provider, name)
                .orElseThrow(() -> new ResourceNotFoundException(
                        "repository '%s' (%s) is not linked".formatted(name, provider.value())));
    }

    /// The link to the repository of a branch that a request names.
    ///
    /// @param member the member of the request
    /// @throws ValidationException when it is not linked
    public static StoredRepository requireLinked(Transaction tx, Scope scope, LinkedBranch branch, String member) {
        return new RepositoryTable(tx)
                .find(scope, branch.provider(), branch.name())
                .orElseThrow(() -> new ValidationException(
                        "%s: repository '%s' (%s) is not linked; link it with CreateRepository first"
                                .formatted(
                                        member, branch.name(), branch.provider().value())));
    }
}
