package openproton.provision;

import java.util.List;
import java.util.Optional;

/// What an order would change.
public sealed interface Plan {

    /// The engine knows the changes.
    ///
    /// @param changes one for each resource that would change, in the order the engine gave them
    /// @param text the whole plan as the engine's own tool prints it; empty when it has no such text
    record Known(List<PlannedChange> changes, String text) implements Plan {
        public Known {
            changes = List.copyOf(changes);
        }
    }

    /// The engine does not know the changes, or the order would fail.
    ///
    /// @param why the reason, as a text for people
    record Unknown(String why) implements Plan {}

    /// What would happen to one resource.
    ///
    /// @param kind what would happen
    /// @param type such as `AWS::SQS::Queue` or `terraform_data`
    /// @param name its name in the template, such as a logical id or a Terraform address
    /// @param identifier its name in the world; empty when it does not exist yet
    record PlannedChange(Kind kind, String type, String name, Optional<String> identifier) {}

    /// What can happen to a resource.
    enum Kind {
        /// It is created.
        ADD,
        /// It is changed in place.
        MODIFY,
        /// It is replaced, or may have to be.
        REPLACE,
        /// It is removed.
        REMOVE
    }
}
