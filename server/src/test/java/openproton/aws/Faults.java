package openproton.aws;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What shall go wrong, as a test asked for it.
final class Faults {
    final Map<String, String> failing = new HashMap<>();
    final Map<String, String> failingDeletions = new HashMap<>();
    final Map<String, String> failingRollbacks = new HashMap<>();
    final Set<String> staying = new HashSet<>();
    final Set<String> replaced = new HashSet<>();
    final Set<String> deniedRoles = new HashSet<>();
    final Set<String> deniedBuckets = new HashSet<>();
    long sessionSecondsMax = 43_200;
    int throttled;
    int broken;
    int internalErrors;

    Optional<String> failure(String logicalId) {
        return Optional.ofNullable(failing.get(logicalId));
    }

    Optional<String> failureOfDeletion(String logicalId) {
        return Optional.ofNullable(failingDeletions.get(logicalId));
    }

    Optional<String> failureOfRollback(String logicalId) {
        return Optional.ofNullable(failingRollbacks.get(logicalId));
    }

    /// Whether the connection of this request shall end without an answer.
    boolean breaksNow() {
        if (broken > 0) {
            broken--;
            return true;
        }
        return false;
    }

    void refuseWhereAsked() {
        if (throttled > 0) {
            throttled--;
            throw new AwsRefusal(400, "Throttling", "Rate exceeded");
        }
        if (internalErrors > 0) {
            internalErrors--;
            throw new AwsRefusal(500, "InternalFailure", "An internal error has occurred.");
        }
    }
}
