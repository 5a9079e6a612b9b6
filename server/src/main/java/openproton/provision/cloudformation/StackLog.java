package openproton.provision.cloudformation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import openproton.provision.DeploymentLog;
import openproton.provision.polled.OrderLog;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/// Writes into the log of a deployment what the engine does and what happens to the stack. Each event is written
/// once, also after a restart.
final class StackLog {
    private static final int TAIL_BYTES = 256 * 1024;

    private final DeploymentLog log;
    private final String deploymentId;
    private final OrderLog own;
    private boolean continued = true;

    StackLog(DeploymentLog log, String deploymentId) {
        this.log = log;
        this.deploymentId = deploymentId;
        this.own = new OrderLog(log, deploymentId);
    }

    /// Writes what the engine does, unless it equals the previous line.
    void say(String line) {
        own.say(line);
    }

    /// Writes events. The events of the first call may be in the log already, if the server crashed before it stored
    /// the mark.
    void tell(List<StackEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        Set<String> told = continued ? tail() : Set.of();
        events.stream()
                .map(StackLog::line)
                .filter(line -> !told.contains(line))
                .forEach(line -> log.append(deploymentId, line));
        continued = false;
    }

    private Set<String> tail() {
        long from = Math.max(0, log.size(deploymentId) - TAIL_BYTES);
        return new HashSet<>(
                log.read(deploymentId, from, TAIL_BYTES).text().lines().toList());
    }

    private static String line(StackEvent event) {
        String reason = event.resourceStatusReason() == null ? "" : " " + event.resourceStatusReason();
        return "%s %s %s %s%s"
                .formatted(
                        event.timestamp(),
                        event.logicalResourceId(),
                        event.resourceType(),
                        event.resourceStatusAsString(),
                        reason)
                .replaceAll("\\R", " ");
    }
}
