package openproton.resource.template;

import openproton.api.Caller;
import openproton.api.GetServiceTemplateInput;
import openproton.api.GetServiceTemplateOutput;
import openproton.api.Operation;
import openproton.api.TemplateType;
import openproton.resource.request.Scope;

/// One service template in detail.
public record GetServiceTemplate(Templates templates)
        implements Operation<GetServiceTemplateInput, GetServiceTemplateOutput> {

    @Override
    public GetServiceTemplateOutput handle(GetServiceTemplateInput input, Caller caller) {
        var key = new TemplateKey(Scope.of(caller), TemplateType.SERVICE, input.name());
        return new GetServiceTemplateOutput(
                templates.database().read(tx -> templates.get(tx, key)).serviceTemplate());
    }
}
