package openproton.request;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import openproton.api.ValidationException;
import openproton.base.DataException;
import openproton.base.Json;

/// Makes and reads page tokens: opaque, sealed against changes, bound to one list and one caller, good for a day.
public final class PageTokens {
    private static final Duration LIFE = Duration.ofHours(24);
    private static final int SEAL_BYTES = 32;

    private final byte[] key;
    private final InstantSource clock;

    /// @param key at least 32 secret bytes, the same on every node
    public PageTokens(byte[] key, InstantSource clock) {
        this.key = key.clone();
        this.clock = clock;
    }

    /// A token that stands behind an item.
    ///
    /// @param list what is listed for whom: operation, filters and account
    /// @param position the sort key of the last item of the page
    String after(String list, List<String> position) {
        byte[] content = Json.write(
                        new TreeMap<>(Map.of("p", position, "t", clock.instant().getEpochSecond())))
                .getBytes(StandardCharsets.UTF_8);
        byte[] seal = seal(list, content);
        byte[] token = Arrays.copyOf(seal, seal.length + content.length);
        System.arraycopy(content, 0, token, seal.length, content.length);
        return Base64.getEncoder().encodeToString(token);
    }

    /// The position that a token stands for.
    ///
    /// @throws ValidationException when the token is broken, expired, or of another list
    List<String> position(String list, String token) {
        byte[] bytes = decode(token).filter(all -> all.length > SEAL_BYTES).orElseThrow(PageTokens::refusal);
        byte[] content = Arrays.copyOfRange(bytes, SEAL_BYTES, bytes.length);
        if (!MessageDigest.isEqual(Arrays.copyOf(bytes, SEAL_BYTES), seal(list, content))) {
            throw refusal();
        }
        return read(content).orElseThrow(PageTokens::refusal);
    }

    private Optional<List<String>> read(byte[] content) {
        try {
            return Json.read(new String(content, StandardCharsets.UTF_8)) instanceof Map<?, ?> map
                            && map.get("p") instanceof List<?> position
                            && map.get("t") instanceof Long seconds
                            && clock.instant()
                                    .isBefore(Instant.ofEpochSecond(seconds).plus(LIFE))
                    ? Optional.of(position.stream().map(String::valueOf).toList())
                    : Optional.empty();
        } catch (DataException broken) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> decode(String token) {
        try {
            return Optional.of(Base64.getDecoder().decode(token));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private byte[] seal(String list, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(list.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(content);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static ValidationException refusal() {
        return new ValidationException(
                "nextToken is not one that this list gave out in the last 24 hours; start again without a token");
    }
}
