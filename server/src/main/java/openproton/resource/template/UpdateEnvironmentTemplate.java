package openproton.resource.template;

import openproton.api.Caller;
import openproton.api.Operation;
import openproton.api.TemplateType;
import openproton.api.UpdateEnvironmentTemplateInput;
import openproton.api.UpdateEnvironmentTemplateOutput;
import openproton.resource.request.Scope;

/// Changes the display name or the description of an environment template.
public record UpdateEnvironmentTemplate(Templates templates)
        implements Operation<UpdateEnvironmentTemplateInput, UpdateEnvironmentTemplateOutput> {

    @Override
    public UpdateEnvironmentTemplateOutput handle(UpdateEnvironmentTemplateInput input, Caller caller) {
        var key = new TemplateKey(Scope.of(caller), TemplateType.ENVIRONMENT, input.name());
        return templates
                .database()
                .inTransaction(tx -> new UpdateEnvironmentTemplateOutput(templates
                        .update(tx, key, input.displayName(), input.description())
                        .environmentTemplate()));
    }
}
