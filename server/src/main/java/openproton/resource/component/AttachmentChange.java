package openproton.resource.component;

import java.util.Optional;
import openproton.api.ConflictException;
import openproton.api.ValidationException;
import openproton.change.StoredComponent;

/// What an update wants to do with the attachment of a component
/// (docs/behaviour/components.md#attaching-and-detaching).
sealed interface AttachmentChange {

    /// It stays as it is.
    record Keep() implements AttachmentChange {}

    /// It is detached; nothing happens when it is.
    record Detach() implements AttachmentChange {}

    /// It is attached to this instance.
    record Attach(StoredComponent.Attachment attachment) implements AttachmentChange {}

    /// The change that two members of an update ask for: both absent, both empty, or both names.
    ///
    /// @throws ValidationException when only one of them says something
    static AttachmentChange asked(Optional<String> service, Optional<String> instance) {
        boolean bothEmpty = service.filter(String::isEmpty).isPresent()
                && instance.filter(String::isEmpty).isPresent();
        if (bothEmpty) {
            return new Detach();
        }
        return of(service, instance).<AttachmentChange>map(Attach::new).orElseGet(Keep::new);
    }

    /// The instance that two members name together.
    ///
    /// @throws ValidationException when only one of them is given
    static Optional<StoredComponent.Attachment> of(Optional<String> service, Optional<String> instance) {
        boolean serviceNamed = service.filter(name -> !name.isEmpty()).isPresent();
        boolean instanceNamed = instance.filter(name -> !name.isEmpty()).isPresent();
        if (serviceNamed != instanceNamed || service.isPresent() != instance.isPresent()) {
            throw new ValidationException(
                    "serviceName and serviceInstanceName go together: give both names or leave both out; in an update"
                            + " both may be empty, which detaches");
        }
        return serviceNamed
                ? Optional.of(new StoredComponent.Attachment(service.orElseThrow(), instance.orElseThrow()))
                : Optional.empty();
    }

    /// What a component is attached to afterwards.
    ///
    /// @throws ConflictException when it would move from one instance to another
    default Optional<StoredComponent.Attachment> after(StoredComponent component) {
        return switch (this) {
            case Keep() -> component.attachment();
            case Detach() -> Optional.empty();
            case Attach(var wanted) -> {
                component.attachment().filter(now -> !now.equals(wanted)).ifPresent(now -> {
                    throw new ConflictException(
                            "component '%s' is attached to %s; detach it before it can be attached to %s"
                                    .formatted(component.name(), now.words(), wanted.words()));
                });
                yield Optional.of(wanted);
            }
        };
    }
}
