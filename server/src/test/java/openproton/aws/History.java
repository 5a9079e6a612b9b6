package openproton.aws;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/// Counted ids and times: each one is new, and the same in every run.
final class History {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00.001Z");

    private int ids;
    private int seconds;

    String nextId() {
        ids++;
        return UUID.nameUUIDFromBytes(("id" + ids).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    String nextTime() {
        seconds++;
        return START.plusSeconds(seconds).toString();
    }
}
