package openproton.resource.template;

import openproton.api.Caller;
import openproton.api.GetEnvironmentTemplateInput;
import openproton.api.GetEnvironmentTemplateOutput;
import openproton.api.Operation;
import openproton.api.TemplateType;
import openproton.resource.request.Scope;

/// One environment template in detail.
public record GetEnvironmentTemplate(Templates templates)
        implements Operation<GetEnvironmentTemplateInput, GetEnvironmentTemplateOutput> {

    @Override
    public GetEnvironmentTemplateOutput handle(GetEnvironmentTemplateInput input, Caller caller) {
        var key = new TemplateKey(Scope.of(caller), TemplateType.ENVIRONMENT, input.name());
        return new GetEnvironmentTemplateOutput(
                templates.database().read(tx -> templates.get(tx, key)).environmentTemplate());
    }
}
