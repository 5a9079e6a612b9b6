package openproton.resource.template;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.DeleteServiceTemplateInput;
import openproton.api.DeleteServiceTemplateOutput;
import openproton.api.TemplateType;
import openproton.request.Repeatable;
import openproton.request.Scope;
import openproton.store.Transaction;

/// Removes a service template that has no versions left.
public record DeleteServiceTemplate(Templates templates)
        implements Repeatable<DeleteServiceTemplateInput, DeleteServiceTemplateOutput> {

    @Override
    public String resource(DeleteServiceTemplateInput input, Caller caller) {
        return key(input, caller).arn();
    }

    private static TemplateKey key(DeleteServiceTemplateInput input, Caller caller) {
        return new TemplateKey(Scope.of(caller), TemplateType.SERVICE, input.name());
    }

    @Override
    public Optional<DeleteServiceTemplateOutput> current(
            Transaction tx, String resource, DeleteServiceTemplateInput input, Caller caller) {
        return templates.find(tx, key(input, caller)).map(this::answer);
    }

    @Override
    public DeleteServiceTemplateOutput handle(Transaction tx, DeleteServiceTemplateInput input, Caller caller) {
        return answer(templates.delete(tx, key(input, caller)));
    }

    private DeleteServiceTemplateOutput answer(StoredTemplate template) {
        return new DeleteServiceTemplateOutput(Optional.of(template.serviceTemplate()));
    }
}
