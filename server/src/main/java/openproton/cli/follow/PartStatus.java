package openproton.cli.follow;

import java.util.Optional;

/// The status of one part that has deployments of its own.
///
/// @param label how progress lines name the part, such as `instance blue`
/// @param status as the API names it
/// @param deploymentId the last deployment, if there was one
/// @param message why the part failed or waits, or what a successful deployment left out
public record PartStatus(String label, String status, Optional<String> deploymentId, Optional<String> message) {
    public static final String PIPELINE = "pipeline";

    private static final String INSTANCE = "instance ";

    /// The label of a service instance.
    public static String instance(String name) {
        return INSTANCE + name;
    }

    /// The name of the service instance; empty for other parts.
    public Optional<String> instanceName() {
        return label.startsWith(INSTANCE) ? Optional.of(label.substring(INSTANCE.length())) : Optional.empty();
    }

    static boolean isBusy(String status) {
        return status.endsWith("IN_PROGRESS") || status.equals("CANCELLING");
    }

    /// Whether a status says that the last deployment failed or was cancelled.
    public static boolean isFailed(String status) {
        return status.contains("FAILED") || status.equals("CANCELLED");
    }

    boolean isBusy() {
        return isBusy(status);
    }

    /// Whether the last deployment failed or was cancelled.
    public boolean isFailed() {
        return isFailed(status);
    }
}
