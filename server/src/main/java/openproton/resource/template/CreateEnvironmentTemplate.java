package openproton.resource.template;

import java.util.List;
import openproton.api.ApiModel;
import openproton.api.Caller;
import openproton.api.CreateEnvironmentTemplateInput;
import openproton.api.CreateEnvironmentTemplateOutput;
import openproton.api.Operation;
import openproton.api.TemplateType;
import openproton.resource.request.Request;
import openproton.resource.request.Scope;

/// Keeps a new environment template; it has no versions yet.
public record CreateEnvironmentTemplate(Templates templates)
        implements Operation<CreateEnvironmentTemplateInput, CreateEnvironmentTemplateOutput> {

    @Override
    public CreateEnvironmentTemplateOutput handle(CreateEnvironmentTemplateInput input, Caller caller) {
        var key = new TemplateKey(Scope.of(caller), TemplateType.ENVIRONMENT, input.name());
        return templates.database().inTransaction(tx -> {
            var request = Request.naming(
                    ApiModel.CREATE_ENVIRONMENT_TEMPLATE,
                    input,
                    caller,
                    key.arn(),
                    _ -> templates.find(tx, key).map(this::answer));
            return templates.idempotency().answer(tx, request, () -> answer(templates.create(tx, key, wanted(input))));
        });
    }

    private static Templates.Wanted wanted(CreateEnvironmentTemplateInput input) {
        return new Templates.Wanted(
                input.displayName(),
                input.description(),
                input.encryptionKey(),
                input.provisioning().isPresent(),
                input.tags().orElse(List.of()));
    }

    private CreateEnvironmentTemplateOutput answer(StoredTemplate template) {
        return new CreateEnvironmentTemplateOutput(template.environmentTemplate());
    }
}
