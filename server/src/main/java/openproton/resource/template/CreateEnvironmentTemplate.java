package openproton.resource.template;

import java.util.List;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.CreateEnvironmentTemplateInput;
import openproton.api.CreateEnvironmentTemplateOutput;
import openproton.api.TemplateType;
import openproton.request.Repeatable;
import openproton.request.Scope;
import openproton.store.Transaction;

/// Keeps a new environment template; it has no versions yet.
public record CreateEnvironmentTemplate(Templates templates)
        implements Repeatable<CreateEnvironmentTemplateInput, CreateEnvironmentTemplateOutput> {

    @Override
    public String resource(CreateEnvironmentTemplateInput input, Caller caller) {
        return key(input, caller).arn();
    }

    private static TemplateKey key(CreateEnvironmentTemplateInput input, Caller caller) {
        return new TemplateKey(Scope.of(caller), TemplateType.ENVIRONMENT, input.name());
    }

    @Override
    public Optional<CreateEnvironmentTemplateOutput> current(
            Transaction tx, String resource, CreateEnvironmentTemplateInput input, Caller caller) {
        return templates.find(tx, key(input, caller)).map(this::answer);
    }

    @Override
    public CreateEnvironmentTemplateOutput handle(Transaction tx, CreateEnvironmentTemplateInput input, Caller caller) {
        return answer(templates.create(tx, key(input, caller), wanted(input)));
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
