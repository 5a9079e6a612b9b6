package openproton.provision.polled;

import openproton.provision.DeploymentLog;

/// Tells the log of a deployment what its engine does and what it waits for.
public final class OrderLog {
    private final DeploymentLog log;
    private final String deploymentId;
    private String said = "";

    public OrderLog(DeploymentLog log, String deploymentId) {
        this.log = log;
        this.deploymentId = deploymentId;
    }

    /// Adds a line, unless that was the last thing it told.
    public void say(String line) {
        if (!line.equals(said)) {
            said = line;
            log.append(deploymentId, "[OpenProton] " + line);
        }
    }
}
