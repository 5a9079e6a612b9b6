package openproton.auth;

/// An identity with the secret that proves it.
public record Credential(Identity identity, String secret) {

    /// Names the key, never the secret.
    @Override
    public String toString() {
        return "credential " + identity.keyId();
    }
}
