package openproton.resource.template;

import openproton.api.Caller;
import openproton.api.GetServiceTemplateInput;
import openproton.api.GetServiceTemplateOutput;
import openproton.api.TemplateType;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.store.Transaction;

/// One service template in detail.
public record GetServiceTemplate(Templates templates)
        implements Query<GetServiceTemplateInput, GetServiceTemplateOutput> {

    @Override
    public GetServiceTemplateOutput handle(Transaction tx, GetServiceTemplateInput input, Caller caller) {
        var key = new TemplateKey(Scope.of(caller), TemplateType.SERVICE, input.name());
        return new GetServiceTemplateOutput(templates.get(tx, key).serviceTemplate());
    }
}
