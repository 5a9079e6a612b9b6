package openproton.provision.command;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import openproton.provision.Disk;

/// Finds builds that exceed their limits.
///
/// @param limits what one build may use
/// @param clock gives the time
/// @param measured the time of the last measurement of each work folder; measuring a large folder takes a while
record BuildLimitCheck(CommandSettings.Limits limits, InstantSource clock, Map<Build, Instant> measured) {
    private static final Duration BETWEEN_MEASURES = Duration.ofSeconds(15);
    private static final long MEGABYTE = 1_000_000;

    BuildLimitCheck(CommandSettings.Limits limits, InstantSource clock) {
        this(limits, clock, new HashMap<>());
    }

    /// The reason to end a running build; empty when it is within its limits.
    Optional<String> excess(Build build) {
        if (launchedAt(build).plus(limits.time()).isBefore(clock.instant())) {
            return Optional.of("The build took longer than %s and was ended.".formatted(spoken(limits.time())));
        }
        return isDue(build) && Disk.size(build.work()) > limits.workBytes()
                ? Optional.of("The work folder of the build grew above %d MB and the build was ended."
                        .formatted(limits.workBytes() / MEGABYTE))
                : Optional.empty();
    }

    void forget(Build build) {
        measured.remove(build);
    }

    private boolean isDue(Build build) {
        var now = clock.instant();
        var last = measured.get(build);
        if (last != null && now.isBefore(last.plus(BETWEEN_MEASURES))) {
            return false;
        }
        measured.put(build, now);
        return true;
    }

    private static Instant launchedAt(Build build) {
        String mark = build.read("launched").orElse("0 -");
        return Instant.ofEpochMilli(Long.parseLong(mark.substring(0, mark.indexOf(' '))));
    }

    private static String spoken(Duration time) {
        return time.toMinutes() > 0 ? time.toMinutes() + " minutes" : time.toSeconds() + " seconds";
    }
}
