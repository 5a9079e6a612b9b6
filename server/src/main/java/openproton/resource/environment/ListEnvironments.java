package openproton.resource.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import openproton.api.Caller;
import openproton.api.EnvironmentSummary;
import openproton.api.EnvironmentTemplateFilter;
import openproton.api.ListEnvironmentsInput;
import openproton.api.ListEnvironmentsOutput;
import openproton.request.Pages;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.store.Transaction;

/// Environments by name, also only those made from some major versions of templates.
public record ListEnvironments(Pages pages) implements Query<ListEnvironmentsInput, ListEnvironmentsOutput> {

    @Override
    public ListEnvironmentsOutput handle(Transaction tx, ListEnvironmentsInput input, Caller caller) {
        var scope = Scope.of(caller);
        List<EnvironmentTemplateFilter> filters = input.environmentTemplates().orElse(List.of());
        var parameters = new ArrayList<Object>(List.of(scope.account(), scope.region()));
        var query = new Pages.Listing(
                EnvironmentTable.SELECT + condition(filters, parameters),
                parameters,
                List.of(Pages.Key.text("d.name")),
                false,
                name() + scope + filters);
        var page = pages.read(tx, query, EnvironmentTable::read, input.maxResults(), input.nextToken());
        return ListEnvironmentsOutput.builder()
                .environments(page.items().stream()
                        .map(StoredEnvironment::inDetail)
                        .map(EnvironmentSummary::of)
                        .toList())
                .nextToken(page.nextToken())
                .build();
    }

    private static String condition(List<EnvironmentTemplateFilter> filters, List<Object> parameters) {
        if (filters.isEmpty()) {
            return "";
        }
        for (EnvironmentTemplateFilter filter : filters) {
            parameters.add(filter.templateName());
            parameters.add(filter.majorVersion());
        }
        return filters.stream()
                .map(_ -> "(d.template = ? AND CAST(d.major AS TEXT) = ?)")
                .collect(Collectors.joining(" OR ", " AND (", ")"));
    }
}
