package openproton.resource.template;

import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.Caller;
import openproton.api.DeleteServiceTemplateInput;
import openproton.api.DeleteServiceTemplateOutput;
import openproton.api.Operation;
import openproton.api.TemplateType;
import openproton.resource.request.Request;
import openproton.resource.request.Scope;

/// Removes a service template that has no versions left.
public record DeleteServiceTemplate(Templates templates)
        implements Operation<DeleteServiceTemplateInput, DeleteServiceTemplateOutput> {

    @Override
    public DeleteServiceTemplateOutput handle(DeleteServiceTemplateInput input, Caller caller) {
        var key = new TemplateKey(Scope.of(caller), TemplateType.SERVICE, input.name());
        return templates.database().inTransaction(tx -> {
            var request = Request.naming(
                    ApiModel.DELETE_SERVICE_TEMPLATE,
                    input,
                    caller,
                    key.arn(),
                    _ -> templates.find(tx, key).map(this::answer));
            return templates.idempotency().answer(tx, request, () -> answer(templates.delete(tx, key)));
        });
    }

    private DeleteServiceTemplateOutput answer(StoredTemplate template) {
        return new DeleteServiceTemplateOutput(Optional.of(template.serviceTemplate()));
    }
}
