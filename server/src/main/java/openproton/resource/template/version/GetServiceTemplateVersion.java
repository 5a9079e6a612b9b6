package openproton.resource.template.version;

import openproton.api.Caller;
import openproton.api.GetServiceTemplateVersionInput;
import openproton.api.GetServiceTemplateVersionOutput;
import openproton.api.TemplateType;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.resource.template.TemplateKey;
import openproton.store.Transaction;

/// One service template version in detail, with its schema.
record GetServiceTemplateVersion(Versions versions)
        implements Query<GetServiceTemplateVersionInput, GetServiceTemplateVersionOutput> {

    @Override
    public GetServiceTemplateVersionOutput handle(Transaction tx, GetServiceTemplateVersionInput input, Caller caller) {
        var template = new TemplateKey(Scope.of(caller), TemplateType.SERVICE, input.templateName());
        var key = Versions.key(template, input.majorVersion(), input.minorVersion());
        return new GetServiceTemplateVersionOutput(versions.get(tx, key).serviceTemplateVersion());
    }
}
