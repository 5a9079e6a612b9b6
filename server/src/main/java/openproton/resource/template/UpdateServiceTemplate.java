package openproton.resource.template;

import openproton.api.Caller;
import openproton.api.TemplateType;
import openproton.api.UpdateServiceTemplateInput;
import openproton.api.UpdateServiceTemplateOutput;
import openproton.request.Change;
import openproton.request.Scope;
import openproton.store.Transaction;

/// Changes the display name or the description of a service template.
public record UpdateServiceTemplate(Templates templates)
        implements Change<UpdateServiceTemplateInput, UpdateServiceTemplateOutput> {

    @Override
    public UpdateServiceTemplateOutput handle(Transaction tx, UpdateServiceTemplateInput input, Caller caller) {
        var key = new TemplateKey(Scope.of(caller), TemplateType.SERVICE, input.name());
        return new UpdateServiceTemplateOutput(templates
                .update(tx, key, input.displayName(), input.description())
                .serviceTemplate());
    }
}
