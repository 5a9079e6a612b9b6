package openproton.provision.aws;

/// Credentials of a role for somebody else, who uses them up to an hour.
public record RoleSession(String keyId, String secret, String token) {

    /// Names the key, never the secret.
    @Override
    public String toString() {
        return "session " + keyId;
    }
}
