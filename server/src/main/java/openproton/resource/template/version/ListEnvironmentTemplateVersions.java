package openproton.resource.template.version;

import openproton.api.Caller;
import openproton.api.EnvironmentTemplateVersionSummary;
import openproton.api.ListEnvironmentTemplateVersionsInput;
import openproton.api.ListEnvironmentTemplateVersionsOutput;
import openproton.api.TemplateType;
import openproton.request.Pages;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.resource.template.TemplateKey;
import openproton.store.Transaction;

/// One entry for each major version of a template, or all minor versions of one major; the newest first.
record ListEnvironmentTemplateVersions(Versions versions, Pages pages)
        implements Query<ListEnvironmentTemplateVersionsInput, ListEnvironmentTemplateVersionsOutput> {

    @Override
    public ListEnvironmentTemplateVersionsOutput handle(
            Transaction tx, ListEnvironmentTemplateVersionsInput input, Caller caller) {
        var template = new TemplateKey(Scope.of(caller), TemplateType.ENVIRONMENT, input.templateName());
        var query = Versions.listing(template, input.majorVersion());
        versions.requireTemplate(tx, template);
        var page = pages.read(tx, query, VersionTable::read, input.maxResults(), input.nextToken());
        return ListEnvironmentTemplateVersionsOutput.builder()
                .templateVersions(page.items().stream()
                        .map(StoredVersion::environmentTemplateVersion)
                        .map(EnvironmentTemplateVersionSummary::of)
                        .toList())
                .nextToken(page.nextToken())
                .build();
    }
}
