package openproton.provision.aws;

/// What will not work however often it is tried; the message says to people what to change.
public final class AwsRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Why it is refused.
    public enum Kind {
        /// The server has no credentials at all.
        CREDENTIALS,
        /// AWS or the configuration does not allow it.
        RIGHTS
    }

    private final Kind kind;

    /// @param message what is wrong and what would be right
    public AwsRefusal(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /// Why it is refused.
    public Kind kind() {
        return kind;
    }
}
