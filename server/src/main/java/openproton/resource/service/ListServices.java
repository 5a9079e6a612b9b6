package openproton.resource.service;

import java.util.List;
import openproton.api.Caller;
import openproton.api.ListServicesInput;
import openproton.api.ListServicesOutput;
import openproton.request.Pages;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.store.Transaction;

/// All services by name, page by page.
public record ListServices(Pages pages) implements Query<ListServicesInput, ListServicesOutput> {

    @Override
    public ListServicesOutput handle(Transaction tx, ListServicesInput input, Caller caller) {
        var scope = Scope.of(caller);
        var query = new Pages.Listing(
                ServiceTable.SELECT,
                List.of(scope.account(), scope.region()),
                List.of(Pages.Key.text("name")),
                false,
                name() + scope);
        var page = pages.read(tx, query, ServiceTable::read, input.maxResults(), input.nextToken());
        return ListServicesOutput.builder()
                .services(page.items().stream().map(ServiceViews::inShort).toList())
                .nextToken(page.nextToken())
                .build();
    }
}
