package openproton.resource.template;

import java.util.List;
import openproton.api.ApiModel;
import openproton.api.Caller;
import openproton.api.CreateServiceTemplateInput;
import openproton.api.CreateServiceTemplateOutput;
import openproton.api.Operation;
import openproton.api.TemplateType;
import openproton.resource.request.Request;
import openproton.resource.request.Scope;

/// Keeps a new service template; it has no versions yet.
public record CreateServiceTemplate(Templates templates)
        implements Operation<CreateServiceTemplateInput, CreateServiceTemplateOutput> {

    @Override
    public CreateServiceTemplateOutput handle(CreateServiceTemplateInput input, Caller caller) {
        var key = new TemplateKey(Scope.of(caller), TemplateType.SERVICE, input.name());
        return templates.database().inTransaction(tx -> {
            var request = Request.naming(
                    ApiModel.CREATE_SERVICE_TEMPLATE,
                    input,
                    caller,
                    key.arn(),
                    _ -> templates.find(tx, key).map(this::answer));
            return templates.idempotency().answer(tx, request, () -> answer(templates.create(tx, key, wanted(input))));
        });
    }

    private static Templates.Wanted wanted(CreateServiceTemplateInput input) {
        return new Templates.Wanted(
                input.displayName(),
                input.description(),
                input.encryptionKey(),
                input.pipelineProvisioning().isPresent(),
                input.tags().orElse(List.of()));
    }

    private CreateServiceTemplateOutput answer(StoredTemplate template) {
        return new CreateServiceTemplateOutput(template.serviceTemplate());
    }
}
