package openproton.cli.follow;

import openproton.api.ApiModel;
import openproton.api.GetDeploymentLogInput;
import openproton.api.GetDeploymentLogOutput;
import openproton.cli.terminal.Terminal;
import openproton.cli.wire.ServerClient;

/// Writes the log of one deployment as it grows, each line after the label of the part.
public final class LogTail {
    private final ServerClient client;
    private final Terminal terminal;
    private final String prefix;
    private final String deploymentId;
    private int position;

    /// @param label empty for lines without a label
    public LogTail(ServerClient client, Terminal terminal, String label, String deploymentId) {
        this.client = client;
        this.terminal = terminal;
        this.prefix = label.isEmpty() ? "" : terminal.tinted(Terminal.Tone.QUIET, "%-16s | ".formatted(label));
        this.deploymentId = deploymentId;
    }

    /// Writes the lines that came since the last call.
    ///
    /// @return whether the log is complete
    public boolean pull() {
        while (true) {
            GetDeploymentLogOutput piece = client.call(
                    ApiModel.GET_DEPLOYMENT_LOG,
                    GetDeploymentLogInput.builder()
                            .id(deploymentId)
                            .position(position)
                            .build());
            if (piece.text().isEmpty()) {
                return !PartStatus.isBusy(piece.deploymentStatus().value());
            }
            piece.text().lines().forEach(line -> terminal.say(prefix + line));
            position = piece.nextPosition();
        }
    }
}
