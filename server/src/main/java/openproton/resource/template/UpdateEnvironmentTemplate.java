package openproton.resource.template;

import openproton.api.Caller;
import openproton.api.TemplateType;
import openproton.api.UpdateEnvironmentTemplateInput;
import openproton.api.UpdateEnvironmentTemplateOutput;
import openproton.request.Change;
import openproton.request.Scope;
import openproton.store.Transaction;

/// Changes the display name or the description of an environment template.
public record UpdateEnvironmentTemplate(Templates templates)
        implements Change<UpdateEnvironmentTemplateInput, UpdateEnvironmentTemplateOutput> {

    @Override
    public UpdateEnvironmentTemplateOutput handle(Transaction tx, UpdateEnvironmentTemplateInput input, Caller caller) {
        var key = new TemplateKey(Scope.of(caller), TemplateType.ENVIRONMENT, input.name());
        return new UpdateEnvironmentTemplateOutput(templates
                .update(tx, key, input.displayName(), input.description())
                .environmentTemplate());
    }
}
