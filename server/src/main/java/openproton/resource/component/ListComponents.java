package openproton.resource.component;

import java.util.ArrayList;
import java.util.List;
import openproton.api.Caller;
import openproton.api.ListComponentsInput;
import openproton.api.ListComponentsOutput;
import openproton.api.ValidationException;
import openproton.change.ComponentTable;
import openproton.request.Pages;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.store.Transaction;

/// Components by name, also only those of an environment, a service or an instance.
public record ListComponents(Pages pages) implements Query<ListComponentsInput, ListComponentsOutput> {

    @Override
    public ListComponentsOutput handle(Transaction tx, ListComponentsInput input, Caller caller) {
        if (input.serviceInstanceName().isPresent() && input.serviceName().isEmpty()) {
            throw new ValidationException("serviceInstanceName '%s' needs serviceName beside it"
                    .formatted(input.serviceInstanceName().get()));
        }
        Pages.Listing query = query(input, Scope.of(caller));
        var page = pages.read(tx, query, ComponentTable::read, input.maxResults(), input.nextToken());
        return ListComponentsOutput.builder()
                .components(page.items().stream().map(ComponentViews::inShort).toList())
                .nextToken(page.nextToken())
                .build();
    }

    private Pages.Listing query(ListComponentsInput input, Scope scope) {
        var parameters = new ArrayList<Object>(List.of(scope.account(), scope.region()));
        var select = new StringBuilder(ComponentTable.SELECT);
        input.environmentName().ifPresent(environment -> {
            select.append(" AND d.environment_name = ?");
            parameters.add(environment);
        });
        input.serviceName().ifPresent(service -> {
            select.append(" AND c.service_name = ?");
            parameters.add(service);
        });
        input.serviceInstanceName().ifPresent(instance -> {
            select.append(" AND c.instance_name = ?");
            parameters.add(instance);
        });
        return new Pages.Listing(
                select.toString(), parameters, List.of(Pages.Key.text("d.name")), false, name() + parameters);
    }
}
