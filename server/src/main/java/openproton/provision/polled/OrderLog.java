package openproton.provision.polled;

import openproton.provision.DeploymentLog;

/// Writes into the log of a deployment what its engine does and waits for.
public final class OrderLog {
    private final DeploymentLog log;
    private final String deploymentId;
    private String said = "";

    public OrderLog(DeploymentLog log, String deploymentId) {
        this.log = log;
        this.deploymentId = deploymentId;
    }

    /// Adds a line, unless it equals the previous one.
    public void say(String line) {
        if (!line.equals(said)) {
            said = line;
            log.append(deploymentId, "[OpenProton] " + line);
        }
    }
}
