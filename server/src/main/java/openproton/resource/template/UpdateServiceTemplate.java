package openproton.resource.template;

import openproton.api.Caller;
import openproton.api.Operation;
import openproton.api.TemplateType;
import openproton.api.UpdateServiceTemplateInput;
import openproton.api.UpdateServiceTemplateOutput;
import openproton.resource.request.Scope;

/// Changes the display name or the description of a service template.
public record UpdateServiceTemplate(Templates templates)
        implements Operation<UpdateServiceTemplateInput, UpdateServiceTemplateOutput> {

    @Override
    public UpdateServiceTemplateOutput handle(UpdateServiceTemplateInput input, Caller caller) {
        var key = new TemplateKey(Scope.of(caller), TemplateType.SERVICE, input.name());
        return templates
                .database()
                .inTransaction(tx -> new UpdateServiceTemplateOutput(templates
                        .update(tx, key, input.displayName(), input.description())
                        .serviceTemplate()));
    }
}
