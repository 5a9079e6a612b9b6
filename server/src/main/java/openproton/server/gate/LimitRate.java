package openproton.server.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import openproton.api.ThrottlingException;

/// Lets each access key make so many requests a second, and more for a short while after it was quiet.
public final class LimitRate implements Gate {
    private static final int KEYS_REMEMBERED_MAX = 10_000;

    private final InstantSource clock;
    private final double perSecond;
    private final int atOnceMax;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /// How many requests a key may still make, as of a moment; below zero when it has made one too many.
    private record Bucket(double tokens, Instant at) {}

    /// @param atOnceMax how many requests a key may make at once after it was quiet
    public LimitRate(InstantSource clock, double perSecond, int atOnceMax) {
        this.clock = clock;
        this.perSecond = perSecond;
        this.atOnceMax = atOnceMax;
    }

    @Override
    public Exchange pass(Exchange exchange) {
        forgetQuietKeys();
        String key = exchange.verified().identity().keyId();
        Bucket bucket = buckets.merge(key, new Bucket(atOnceMax - 1.0, clock.instant()), (old, _) -> taken(old));
        if (bucket.tokens() < 0) {
            throw new ThrottlingException("the access key %s may make %s requests a second; try again in a moment"
                    .formatted(key, Math.round(perSecond)));
        }
        return exchange;
    }

    private Bucket taken(Bucket old) {
        double full = filled(old);
        return new Bucket(full < 1 ? Math.max(full - 1, -1) : full - 1, clock.instant());
    }

    private double filled(Bucket bucket) {
        double base = Math.max(bucket.tokens(), 0);
        double seconds = Duration.between(bucket.at(), clock.instant()).toNanos() / 1e9;
        return Math.min(atOnceMax, base + Math.max(seconds, 0) * perSecond);
    }

    private void forgetQuietKeys() {
        if (buckets.size() > KEYS_REMEMBERED_MAX) {
            buckets.values().removeIf(bucket -> filled(bucket) >= atOnceMax);
        }
    }
}
