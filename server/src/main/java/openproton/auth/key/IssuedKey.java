package openproton.auth.key;

/// A new access key with its secret, which is shown this once.
public record IssuedKey(AccessKey key, String secret) {

    /// Names the key, never the secret.
    @Override
    public String toString() {
        return "issued key " + key.id();
    }
}
