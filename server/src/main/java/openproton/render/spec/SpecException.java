package openproton.render.spec;

import java.util.Objects;

/// Thrown for a text that is not a spec; the message is for its author.
public final class SpecException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param message for the caller
    public SpecException(String message) {
        super(message);
    }

    /// The problem and its solution; never null.
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
