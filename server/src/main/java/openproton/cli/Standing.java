package openproton.cli;

import java.util.Optional;

/// Where one thing that is deployed stands.
///
/// @param label how progress lines call it, such as `instance blue`
/// @param status as the API has it
/// @param deploymentId its last deployment, if it had one
/// @param message why it failed, what a success left out, or what it waits for
record Standing(String label, String status, Optional<String> deploymentId, Optional<String> message) {

    /// Whether something is still going on.
    static boolean isBusy(String status) {
        return status.endsWith("IN_PROGRESS") || status.equals("CANCELLING");
    }

    /// Whether the last thing that went on did not end well.
    static boolean isFailed(String status) {
        return status.contains("FAILED") || status.equals("CANCELLED");
    }

    boolean isBusy() {
        return isBusy(status);
    }

    boolean isFailed() {
        return isFailed(status);
    }
}
