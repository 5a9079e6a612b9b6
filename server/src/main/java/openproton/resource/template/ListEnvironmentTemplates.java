package openproton.resource.template;

import java.util.List;
import openproton.api.Caller;
import openproton.api.EnvironmentTemplateSummary;
import openproton.api.ListEnvironmentTemplatesInput;
import openproton.api.ListEnvironmentTemplatesOutput;
import openproton.api.TemplateType;
import openproton.request.Pages;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.store.Transaction;

/// All environment templates by name, page by page.
public record ListEnvironmentTemplates(Pages pages)
        implements Query<ListEnvironmentTemplatesInput, ListEnvironmentTemplatesOutput> {

    @Override
    public ListEnvironmentTemplatesOutput handle(Transaction tx, ListEnvironmentTemplatesInput input, Caller caller) {
        var scope = Scope.of(caller);
        var query = new Pages.Listing(
                TemplateTable.SELECT,
                List.of(scope.account(), scope.region(), TemplateType.ENVIRONMENT),
                List.of(Pages.Key.text("name")),
                false,
                name() + scope);
        var page = pages.read(tx, query, TemplateTable::read, input.maxResults(), input.nextToken());
        return ListEnvironmentTemplatesOutput.builder()
                .templates(page.items().stream()
                        .map(StoredTemplate::environmentTemplate)
                        .map(EnvironmentTemplateSummary::of)
                        .toList())
                .nextToken(page.nextToken())
                .build();
    }
}
