package openproton.change;

import java.time.Instant;
import java.util.Optional;
import openproton.api.ComponentState;
import openproton.render.namespace.ComponentFacts;
import openproton.request.Scope;

/// A component as it is kept: what belongs to it alone, beside what it has in common with all deployables.
///
/// @param deployable its environment, status and outputs
/// @param own what belongs to it alone
public record StoredComponent(Deployable deployable, Own own) {

    /// What belongs to a component alone.
    ///
    /// @param description free text
    /// @param attachment the instance it is attached to; empty while it is detached
    /// @param source what it is made from
    /// @param modifiedAt when a request changed it last
    public record Own(
            Optional<String> description, Optional<Attachment> attachment, Source source, Instant modifiedAt) {

        /// What its newest request asked for, as deployments keep it.
        ComponentState wanted() {
            return ComponentState.builder()
                    .serviceName(attachment.map(Attachment::service).orElse(""))
                    .serviceInstanceName(attachment.map(Attachment::instance).orElse(""))
                    .serviceSpec(source.serviceSpec())
                    .templateFile(source.templateFile())
                    .build();
        }
    }

    /// An instance that a component is attached to.
    public record Attachment(String service, String instance) {

        /// How a person would call the instance in a sentence.
        public String words() {
            return "instance '%s' of service '%s'".formatted(instance, service);
        }

        /// The instance.
        public Target target(Scope scope) {
            return Target.instance(scope, "", service, instance);
        }
    }

    /// What a component is made from.
    ///
    /// @param templateFile the text of its one file
    /// @param manifest names the file and its language; it never changes
    /// @param serviceSpec gives other inputs than the instance has; only while it is attached
    public record Source(String templateFile, String manifest, Optional<String> serviceSpec) {}

    /// The instance it is attached to; empty while it is detached.
    public Optional<Attachment> attachment() {
        return own.attachment();
    }

    /// What it is made from.
    public Source source() {
        return own.source();
    }

    /// The name in the API.
    public String name() {
        return deployable.target().name();
    }

    /// What its instance may know of it; empty before its first success.
    public Optional<ComponentFacts> facts() {
        return deployable.hasSucceeded()
                ? Optional.of(
                        new ComponentFacts(name(), deployable.provisioned().outputs()))
                : Optional.empty();
    }
}
