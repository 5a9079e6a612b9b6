package openproton.resource.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.ListServiceInstancesInput;
import openproton.api.ListServiceInstancesOutput;
import openproton.api.ListServiceInstancesSortBy;
import openproton.api.SortOrder;
import openproton.change.DeployableTable;
import openproton.request.Pages;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.resource.service.Services;
import openproton.store.Transaction;

/// Service instances, filtered and sorted; those of one service, or all of the account.
public record ListServiceInstances(Services services, Pages pages)
        implements Query<ListServiceInstancesInput, ListServiceInstancesOutput> {
    private static final String SELECT =
            "SELECT * FROM deployable_now AS deployable WHERE account = ? AND region = ? AND type = 'SERVICE_INSTANCE'";

    @Override
    public ListServiceInstancesOutput handle(Transaction tx, ListServiceInstancesInput input, Caller caller) {
        var scope = Scope.of(caller);
        Pages.Listing query = query(input, scope);
        input.serviceName().ifPresent(service -> services.get(tx, scope, service));
        var page = pages.read(tx, query, DeployableTable::read, input.maxResults(), input.nextToken());
        return ListServiceInstancesOutput.builder()
                .serviceInstances(
                        page.items().stream().map(InstanceViews::inShort).toList())
                .nextToken(page.nextToken())
                .build();
    }

    private Pages.Listing query(ListServiceInstancesInput input, Scope scope) {
        var parameters = new ArrayList<Object>(List.of(scope.account(), scope.region()));
        String ofService = input.serviceName().isPresent() ? " AND service_name = ?" : "";
        input.serviceName().ifPresent(parameters::add);
        var filters = input.filters().orElse(List.of());
        String condition = InstanceListing.condition(filters, parameters);
        var sortBy = input.sortBy().orElse(ListServiceInstancesSortBy.SERVICE_NAME);
        boolean descending = input.sortOrder().equals(Optional.of(SortOrder.DESCENDING));
        return new Pages.Listing(
                SELECT + ofService + condition,
                parameters,
                InstanceListing.keys(sortBy),
                descending,
                name() + scope + input.serviceName() + filters + sortBy + descending);
    }
}
