package openproton.resource.template;

import java.util.List;
import openproton.api.Caller;
import openproton.api.ListServiceTemplatesInput;
import openproton.api.ListServiceTemplatesOutput;
import openproton.api.ServiceTemplateSummary;
import openproton.api.TemplateType;
import openproton.request.Pages;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.store.Transaction;

/// All service templates by name, page by page.
public record ListServiceTemplates(Pages pages)
        implements Query<ListServiceTemplatesInput, ListServiceTemplatesOutput> {

    @Override
    public ListServiceTemplatesOutput handle(Transaction tx, ListServiceTemplatesInput input, Caller caller) {
        var scope = Scope.of(caller);
        var query = new Pages.Listing(
                TemplateTable.SELECT,
                List.of(scope.account(), scope.region(), TemplateType.SERVICE),
                List.of(Pages.Key.text("name")),
                false,
                name() + scope);
        var page = pages.read(tx, query, TemplateTable::read, input.maxResults(), input.nextToken());
        return ListServiceTemplatesOutput.builder()
                .templates(page.items().stream()
                        .map(StoredTemplate::serviceTemplate)
                        .map(ServiceTemplateSummary::of)
                        .toList())
                .nextToken(page.nextToken())
                .build();
    }
}
