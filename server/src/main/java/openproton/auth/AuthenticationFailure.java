package openproton.auth;

/// Ends a request whose sender is unknown. The message is for the sender and holds no secret.
public final class AuthenticationFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public AuthenticationFailure(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /// Why the sender is unknown, as the protocol names it.
    public enum Reason {
        /// The request is not signed at all.
        MISSING("MissingAuthenticationTokenException"),
        /// The signature lacks a part, or a part has the wrong form.
        INCOMPLETE("IncompleteSignatureException"),
        /// The signature does not fit the request, the key, or the time.
        INVALID("InvalidSignatureException"),
        /// The key or the session token is not one of ours.
        UNRECOGNIZED("UnrecognizedClientException"),
        /// The session is over.
        EXPIRED("ExpiredTokenException");

        private final String type;

        Reason(String type) {
            this.type = type;
        }
    }

    /// The bare name of the error on the wire.
    public String type() {
        return reason.type;
    }
}
