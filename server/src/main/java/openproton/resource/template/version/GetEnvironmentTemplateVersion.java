package openproton.resource.template.version;

import openproton.api.Caller;
import openproton.api.GetEnvironmentTemplateVersionInput;
import openproton.api.GetEnvironmentTemplateVersionOutput;
import openproton.api.TemplateType;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.resource.template.TemplateKey;
import openproton.store.Transaction;

/// One environment template version in detail, with its schema.
record GetEnvironmentTemplateVersion(Versions versions)
        implements Query<GetEnvironmentTemplateVersionInput, GetEnvironmentTemplateVersionOutput> {

    @Override
    public GetEnvironmentTemplateVersionOutput handle(
            Transaction tx, GetEnvironmentTemplateVersionInput input, Caller caller) {
        var template = new TemplateKey(Scope.of(caller), TemplateType.ENVIRONMENT, input.templateName());
        var key = Versions.key(template, input.majorVersion(), input.minorVersion());
        return new GetEnvironmentTemplateVersionOutput(versions.get(tx, key).environmentTemplateVersion());
    }
}
