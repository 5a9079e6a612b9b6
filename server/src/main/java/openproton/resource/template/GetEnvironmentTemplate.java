package openproton.resource.template;

import openproton.api.Caller;
import openproton.api.GetEnvironmentTemplateInput;
import openproton.api.GetEnvironmentTemplateOutput;
import openproton.api.TemplateType;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.store.Transaction;

/// One environment template in detail.
public record GetEnvironmentTemplate(Templates templates)
        implements Query<GetEnvironmentTemplateInput, GetEnvironmentTemplateOutput> {

    @Override
    public GetEnvironmentTemplateOutput handle(Transaction tx, GetEnvironmentTemplateInput input, Caller caller) {
        var key = new TemplateKey(Scope.of(caller), TemplateType.ENVIRONMENT, input.name());
        return new GetEnvironmentTemplateOutput(templates.get(tx, key).environmentTemplate());
    }
}
