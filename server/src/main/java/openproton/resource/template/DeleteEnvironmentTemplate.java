package openproton.resource.template;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.DeleteEnvironmentTemplateInput;
import openproton.api.DeleteEnvironmentTemplateOutput;
import openproton.api.TemplateType;
import openproton.request.Repeatable;
import openproton.request.Scope;
import openproton.store.Transaction;

/// Removes an environment template that has no versions left.
public record DeleteEnvironmentTemplate(Templates templates)
        implements Repeatable<DeleteEnvironmentTemplateInput, DeleteEnvironmentTemplateOutput> {

    @Override
    public String resource(DeleteEnvironmentTemplateInput input, Caller caller) {
        return key(input, caller).arn();
    }

    private static TemplateKey key(DeleteEnvironmentTemplateInput input, Caller caller) {
        return new TemplateKey(Scope.of(caller), TemplateType.ENVIRONMENT, input.name());
    }

    @Override
    public Optional<DeleteEnvironmentTemplateOutput> current(
            Transaction tx, String resource, DeleteEnvironmentTemplateInput input, Caller caller) {
        return templates.find(tx, key(input, caller)).map(this::answer);
    }

    @Override
    public DeleteEnvironmentTemplateOutput handle(Transaction tx, DeleteEnvironmentTemplateInput input, Caller caller) {
        return answer(templates.delete(tx, key(input, caller)));
    }

    private DeleteEnvironmentTemplateOutput answer(StoredTemplate template) {
        return new DeleteEnvironmentTemplateOutput(Optional.of(template.environmentTemplate()));
    }
}
