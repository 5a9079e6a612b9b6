package openproton.resource.template;

import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.Caller;
import openproton.api.DeleteEnvironmentTemplateInput;
import openproton.api.DeleteEnvironmentTemplateOutput;
import openproton.api.Operation;
import openproton.api.TemplateType;
import openproton.resource.request.Request;
import openproton.resource.request.Scope;

/// Removes an environment template that has no versions left.
public record DeleteEnvironmentTemplate(Templates templates)
        implements Operation<DeleteEnvironmentTemplateInput, DeleteEnvironmentTemplateOutput> {

    @Override
    public DeleteEnvironmentTemplateOutput handle(DeleteEnvironmentTemplateInput input, Caller caller) {
        var key = new TemplateKey(Scope.of(caller), TemplateType.ENVIRONMENT, input.name());
        return templates.database().inTransaction(tx -> {
            var request = Request.naming(
                    ApiModel.DELETE_ENVIRONMENT_TEMPLATE,
                    input,
                    caller,
                    key.arn(),
                    _ -> templates.find(tx, key).map(this::answer));
            return templates.idempotency().answer(tx, request, () -> answer(templates.delete(tx, key)));
        });
    }

    private DeleteEnvironmentTemplateOutput answer(StoredTemplate template) {
        return new DeleteEnvironmentTemplateOutput(Optional.of(template.environmentTemplate()));
    }
}
