package openproton.resource.template;

import java.util.List;
import openproton.api.Caller;
import openproton.api.EnvironmentTemplateSummary;
import openproton.api.ListEnvironmentTemplatesInput;
import openproton.api.ListEnvironmentTemplatesOutput;
import openproton.api.Operation;
import openproton.api.TemplateType;
import openproton.resource.request.Pages;
import openproton.resource.request.Scope;
import openproton.store.Database;

/// All environment templates by name, page by page.
public record ListEnvironmentTemplates(Database database, Pages pages)
        implements Operation<ListEnvironmentTemplatesInput, ListEnvironmentTemplatesOutput> {

    @Override
    public ListEnvironmentTemplatesOutput handle(ListEnvironmentTemplatesInput input, Caller caller) {
        var scope = Scope.of(caller);
        var query = new Pages.Query(
                TemplateTable.SELECT,
                List.of(scope.account(), scope.region(), TemplateType.ENVIRONMENT),
                List.of(Pages.Key.text("name")),
                false,
                name() + scope);
        var page =
                database.read(tx -> pages.read(tx, query, TemplateTable::read, input.maxResults(), input.nextToken()));
        return ListEnvironmentTemplatesOutput.builder()
                .templates(page.items().stream()
                        .map(StoredTemplate::environmentTemplate)
                        .map(EnvironmentTemplateSummary::of)
                        .toList())
                .nextToken(page.nextToken())
                .build();
    }
}
