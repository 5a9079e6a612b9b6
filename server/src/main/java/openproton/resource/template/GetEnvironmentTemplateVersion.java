package openproton.resource.template;

import openproton.api.Caller;
import openproton.api.GetEnvironmentTemplateVersionInput;
import openproton.api.GetEnvironmentTemplateVersionOutput;
import openproton.api.Operation;
import openproton.api.TemplateType;
import openproton.resource.request.Scope;

/// One environment template version in detail, with its schema.
public record GetEnvironmentTemplateVersion(Versions versions)
        implements Operation<GetEnvironmentTemplateVersionInput, GetEnvironmentTemplateVersionOutput> {

    @Override
    public GetEnvironmentTemplateVersionOutput handle(GetEnvironmentTemplateVersionInput input, Caller caller) {
        var template = new TemplateKey(Scope.of(caller), TemplateType.ENVIRONMENT, input.templateName());
        var key = Versions.key(template, input.majorVersion(), input.minorVersion());
        return new GetEnvironmentTemplateVersionOutput(
                versions.database().read(tx -> versions.get(tx, key)).environmentTemplateVersion());
    }
}
