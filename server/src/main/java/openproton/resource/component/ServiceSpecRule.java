package openproton.resource.component;

import java.util.Optional;
import openproton.api.ValidationException;
import openproton.change.StoredComponent;
import openproton.render.spec.ServiceSpec;
import openproton.render.spec.SpecException;

/// What a service spec of a component must be: one that has the instance which the component is attached to.
final class ServiceSpecRule {
    private ServiceSpecRule() {}

    /// @throws ValidationException when there is a spec that is none, or that goes with no instance
    static void check(Optional<String> spec, Optional<StoredComponent.Attachment> attachment) {
        if (spec.isEmpty()) {
            return;
        }
        if (attachment.isEmpty()) {
            throw new ValidationException(
                    "serviceSpec gives the inputs of an instance; a detached component has none, so leave it out");
        }
        String instance = attachment.get().instance();
        if (read(spec.get()).instance(instance).isEmpty()) {
            throw new ValidationException("serviceSpec has no entry for instance '%s'".formatted(instance));
        }
    }

    private static ServiceSpec read(String spec) {
        try {
            return ServiceSpec.parse(spec);
        } catch (SpecException refusal) {
            throw new ValidationException("serviceSpec: " + refusal.getMessage());
        }
    }
}
