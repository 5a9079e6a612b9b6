package openproton.provision.aws;

/// A call that retries cannot make succeed; the message tells people the necessary change.
public final class AwsRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Why it is refused.
    public enum Reason {
        /// The server has no credentials at all.
        CREDENTIALS,
        /// AWS or the configuration does not allow it.
        RIGHTS
    }

    private final Reason reason;

    /// @param message the mistake and the correction
    public AwsRefusal(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /// Why it is refused.
    Reason reason() {
        return reason;
    }
}
