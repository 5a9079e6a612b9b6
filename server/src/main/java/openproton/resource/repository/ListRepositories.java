package openproton.resource.repository;

import java.util.List;
import openproton.api.Caller;
import openproton.api.ListRepositoriesInput;
import openproton.api.ListRepositoriesOutput;
import openproton.api.RepositorySummary;
import openproton.request.Pages;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.store.Transaction;

/// All linked repositories, by name.
public record ListRepositories(Pages pages) implements Query<ListRepositoriesInput, ListRepositoriesOutput> {

    @Override
    public ListRepositoriesOutput handle(Transaction tx, ListRepositoriesInput input, Caller caller) {
        var scope = Scope.of(caller);
        var query = new Pages.Listing(
                RepositoryTable.SELECT,
                List.of(scope.account(), scope.region()),
                List.of(Pages.Key.text("name"), Pages.Key.text("provider")),
                false,
                name() + scope);
        var page = pages.read(tx, query, RepositoryTable::read, input.maxResults(), input.nextToken());
        return ListRepositoriesOutput.builder()
                .repositories(page.items().stream()
                        .map(StoredRepository::inDetail)
                        .map(RepositorySummary::of)
                        .toList())
                .nextToken(page.nextToken())
                .build();
    }
}
