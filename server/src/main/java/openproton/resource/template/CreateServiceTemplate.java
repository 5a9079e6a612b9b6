package openproton.resource.template;

import java.util.List;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.CreateServiceTemplateInput;
import openproton.api.CreateServiceTemplateOutput;
import openproton.api.TemplateType;
import openproton.request.Repeatable;
import openproton.request.Scope;
import openproton.store.Transaction;

/// Keeps a new service template; it has no versions yet.
public record CreateServiceTemplate(Templates templates)
        implements Repeatable<CreateServiceTemplateInput, CreateServiceTemplateOutput> {

    @Override
    public String resource(CreateServiceTemplateInput input, Caller caller) {
        return key(input, caller).arn();
    }

    private static TemplateKey key(CreateServiceTemplateInput input, Caller caller) {
        return new TemplateKey(Scope.of(caller), TemplateType.SERVICE, input.name());
    }

    @Override
    public Optional<CreateServiceTemplateOutput> current(
            Transaction tx, String resource, CreateServiceTemplateInput input, Caller caller) {
        return templates.find(tx, key(input, caller)).map(this::answer);
    }

    @Override
    public CreateServiceTemplateOutput handle(Transaction tx, CreateServiceTemplateInput input, Caller caller) {
        return answer(templates.create(tx, key(input, caller), wanted(input)));
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
