package openproton.resource.repository;

import java.util.List;
import openproton.request.Operation;
import openproton.request.Pages;

/// The operations on linked repositories.
public record RepositoryOperations(Repositories repositories, Pages pages) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(
                new CreateRepository(repositories),
                new GetRepository(),
                new ListRepositories(pages),
                new DeleteRepository(repositories));
    }
}
