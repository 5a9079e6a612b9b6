package openproton.resource.component;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.Component;
import openproton.api.ConflictException;
import openproton.api.DeleteComponentInput;
import openproton.api.DeleteComponentOutput;
import openproton.change.Start;
import openproton.change.StoredComponent;
import openproton.request.Change;
import openproton.request.Scope;
import openproton.resource.environment.AccountReach;
import openproton.store.Transaction;

/// Removes the infrastructure of a detached component, then the component.
public record DeleteComponent(Components components) implements Change<DeleteComponentInput, DeleteComponentOutput> {

    @Override
    public DeleteComponentOutput handle(Transaction tx, DeleteComponentInput input, Caller caller) {
        var scope = Scope.of(caller);
        StoredComponent component = Components.get(tx, scope, input.name());
        Component before = Components.show(tx, scope, input.name()).orElseThrow();
        if (!component.deployable().isLeaving()) {
            remove(tx, component);
        }
        Optional<Component> now = Components.show(tx, scope, input.name());
        return DeleteComponentOutput.builder().component(now.orElse(before)).build();
    }

    private void remove(Transaction tx, StoredComponent component) {
        component.attachment().ifPresent(attachment -> {
            throw new ConflictException("component '%s' is attached to %s; detach it with UpdateComponent first"
                    .formatted(component.name(), attachment.words()));
        });
        new AccountReach(tx).require(component.deployable());
        components.deployments().remove(tx, component.deployable(), Start.NOW);
    }
}
