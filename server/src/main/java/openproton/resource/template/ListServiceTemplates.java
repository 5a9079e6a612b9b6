package openproton.resource.template;

import java.util.List;
import openproton.api.Caller;
import openproton.api.ListServiceTemplatesInput;
import openproton.api.ListServiceTemplatesOutput;
import openproton.api.Operation;
import openproton.api.ServiceTemplateSummary;
import openproton.api.TemplateType;
import openproton.resource.request.Pages;
import openproton.resource.request.Scope;
import openproton.store.Database;

/// All service templates by name, page by page.
public record ListServiceTemplates(Database database, Pages pages)
        implements Operation<ListServiceTemplatesInput, ListServiceTemplatesOutput> {

    @Override
    public ListServiceTemplatesOutput handle(ListServiceTemplatesInput input, Caller caller) {
        var scope = Scope.of(caller);
        var query = new Pages.Query(
                TemplateTable.SELECT,
                List.of(scope.account(), scope.region(), TemplateType.SERVICE),
                List.of(Pages.Key.text("name")),
                false,
                name() + scope);
        var page =
                database.read(tx -> pages.read(tx, query, TemplateTable::read, input.maxResults(), input.nextToken()));
        return ListServiceTemplatesOutput.builder()
                .templates(page.items().stream()
                        .map(StoredTemplate::serviceTemplate)
                        .map(ServiceTemplateSummary::of)
                        .toList())
                .nextToken(page.nextToken())
                .build();
    }
}
