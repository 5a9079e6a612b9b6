package openproton.resource.template.version;

import openproton.api.Caller;
import openproton.api.ListServiceTemplateVersionsInput;
import openproton.api.ListServiceTemplateVersionsOutput;
import openproton.api.ServiceTemplateVersionSummary;
import openproton.api.TemplateType;
import openproton.request.Pages;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.resource.template.TemplateKey;
import openproton.store.Transaction;

/// One entry for each major version of a template, or all minor versions of one major; the newest first.
record ListServiceTemplateVersions(Versions versions, Pages pages)
        implements Query<ListServiceTemplateVersionsInput, ListServiceTemplateVersionsOutput> {

    @Override
    public ListServiceTemplateVersionsOutput handle(
            Transaction tx, ListServiceTemplateVersionsInput input, Caller caller) {
        var template = new TemplateKey(Scope.of(caller), TemplateType.SERVICE, input.templateName());
        var query = Versions.listing(template, input.majorVersion());
        versions.requireTemplate(tx, template);
        var page = pages.read(tx, query, VersionTable::read, input.maxResults(), input.nextToken());
        return ListServiceTemplateVersionsOutput.builder()
                .templateVersions(page.items().stream()
                        .map(StoredVersion::serviceTemplateVersion)
                        .map(ServiceTemplateVersionSummary::of)
                        .toList())
                .nextToken(page.nextToken())
                .build();
    }
}
