package openproton.cli;

import openproton.api.ApiModel;
import openproton.api.DeploymentStatus;
import openproton.api.GetDeploymentLogInput;
import openproton.api.GetDeploymentLogOutput;

/// Writes the log of one deployment as it grows, every line with the name of what is deployed before it.
final class LogTail {
    private final ApiClient client;
    private final Terminal terminal;
    private final String prefix;
    private final String deploymentId;
    private int position;

    /// @param label empty for lines without a name
    LogTail(ApiClient client, Terminal terminal, String label, String deploymentId) {
        this.client = client;
        this.terminal = terminal;
        this.prefix = label.isEmpty() ? "" : terminal.tinted(Terminal.Tone.QUIET, "%-16s | ".formatted(label));
        this.deploymentId = deploymentId;
    }

    /// Writes what is there by now.
    ///
    /// @return whether the log is complete
    boolean pull() {
        while (true) {
            GetDeploymentLogOutput piece = client.call(
                    ApiModel.GET_DEPLOYMENT_LOG,
                    GetDeploymentLogInput.builder()
                            .id(deploymentId)
                            .position(position)
                            .build());
            if (piece.text().isEmpty()) {
                return isSettled(piece.deploymentStatus());
            }
            piece.text().lines().forEach(line -> terminal.say(prefix + line));
            position = piece.nextPosition();
        }
    }

    private static boolean isSettled(DeploymentStatus status) {
        return !Standing.isBusy(status.value());
    }
}
