package openproton.api;

/// The bytes of a message are not JSON, or a member has another JSON type than the model says.
public final class SerializationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SerializationException(String message) {
        super(message);
    }
}
