package openproton.auth.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The key under which every secret of this installation is sealed (AES-256-GCM).
public final class MasterKey {
    /// How long the key is.
    public static final int BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final RandomGenerator random;

    /// @param key 32 secret bytes
    /// @param random draws nonces, which must not repeat under the same key
    public MasterKey(byte[] key, RandomGenerator random) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException(
                    "the master key must have %d bytes, not %d".formatted(BYTES, key.length));
        }
        this.key = new SecretKeySpec(key, "AES");
        this.random = random;
    }

    /// Seals text so that only [#open] with the same purpose gives it back.
    ///
    /// @param purpose what the text is for, such as the id of its row; it is not part of the result
    public byte[] seal(String text, String purpose) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] secret = text.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] hidden = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(secret);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + hidden.length);
            System.arraycopy(hidden, 0, sealed, NONCE_BYTES, hidden.length);
            return sealed;
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("cannot seal", failure);
        }
    }

    /// Opens a sealed text; empty when another key or another purpose sealed the text, or the bytes were changed.
    public Optional<String> open(byte[] sealed, String purpose) {
        if (sealed.length < NONCE_BYTES) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        try {
            byte[] secret = cipher(Cipher.DECRYPT_MODE, nonce, purpose)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return Optional.of(new String(secret, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException failure) {
            return Optional.empty();
        }
    }

    /// A key for one purpose, derived from this one with HMAC-SHA256.
    public byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("cannot derive a key", missing);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
