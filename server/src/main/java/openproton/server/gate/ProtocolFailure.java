package openproton.server.gate;

/// Ends a request for a reason of the protocol, which is none of the errors of the model.
public final class ProtocolFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;

    public ProtocolFailure(int status, String type, String message) {
        super(message);
        this.status = status;
        this.type = type;
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }
}
