package openproton.resource.template;

import openproton.api.Caller;
import openproton.api.GetServiceTemplateVersionInput;
import openproton.api.GetServiceTemplateVersionOutput;
import openproton.api.Operation;
import openproton.api.TemplateType;
import openproton.resource.request.Scope;

/// One service template version in detail, with its schema.
public record GetServiceTemplateVersion(Versions versions)
        implements Operation<GetServiceTemplateVersionInput, GetServiceTemplateVersionOutput> {

    @Override
    public GetServiceTemplateVersionOutput handle(GetServiceTemplateVersionInput input, Caller caller) {
        var template = new TemplateKey(Scope.of(caller), TemplateType.SERVICE, input.templateName());
        var key = Versions.key(template, input.majorVersion(), input.minorVersion());
        return new GetServiceTemplateVersionOutput(
                versions.database().read(tx -> versions.get(tx, key)).serviceTemplateVersion());
    }
}
