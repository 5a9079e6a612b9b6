package openproton.provision.pullrequest;

import openproton.provision.DeploymentLog;

/// Tells the log of a deployment what the engine does and what it waits for.
final class ProposalLog {
    private final DeploymentLog log;
    private final String deploymentId;
    private String said = "";

    ProposalLog(DeploymentLog log, String deploymentId) {
        this.log = log;
        this.deploymentId = deploymentId;
    }

    /// Adds a line, unless that was the last thing it told.
    void say(String line) {
        if (!line.equals(said)) {
            said = line;
            log.append(deploymentId, "[OpenProton] " + line.replaceAll("\\R", " "));
        }
    }
}
