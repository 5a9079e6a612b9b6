package openproton.cli.follow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The status of a target and its parts at one moment.
///
/// @param status as the API names it
/// @param message why the target failed or waits
/// @param parts what deployments are made of: the target itself, or the instances and the pipeline of a service
public record TargetStatus(String status, Optional<String> message, List<PartStatus> parts) {

    /// A target that is its only part.
    static TargetStatus of(PartStatus only) {
        return new TargetStatus(only.status(), only.message(), List.of(only));
    }

    /// The messages of the parts that differ from the target's own message.
    ///
    /// @param wanted selects the parts
    public List<String> messages(Predicate<PartStatus> wanted) {
        return parts.stream()
                .filter(wanted)
                .flatMap(part -> part
                        .message()
                        .filter(text -> !message.equals(Optional.of(text)))
                        .map(text -> "%s: %s".formatted(part.label(), text))
                        .stream())
                .toList();
    }

    /// Whether a deployment or a deletion is in progress.
    public boolean isBusy() {
        return PartStatus.isBusy(status) || parts.stream().anyMatch(PartStatus::isBusy);
    }

    /// Whether the last deployment or deletion failed or was cancelled.
    public boolean isFailed() {
        return PartStatus.isFailed(status) || parts.stream().anyMatch(PartStatus::isFailed);
    }

    /// The ids of the last deployments of all parts.
    public Set<String> deployments() {
        return parts.stream().flatMap(part -> part.deploymentId().stream()).collect(Collectors.toSet());
    }
}
