package openproton.resource.repository;

import java.util.List;
import openproton.api.Operation;
import openproton.resource.request.Pages;

/// The operations on linked repositories.
public record RepositoryOperations(Repositories repositories, Pages pages) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(
                new CreateRepository(repositories),
                new GetRepository(repositories.database()),
                new ListRepositories(repositories.database(), pages),
                new DeleteRepository(repositories));
    }
}
