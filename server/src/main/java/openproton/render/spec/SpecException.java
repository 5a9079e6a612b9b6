package openproton.render.spec;

import java.util.Objects;

/// A spec that does not have the form of one; the message is for the person who wrote it.
public final class SpecException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param message what the caller is told
    public SpecException(String message) {
        super(message);
    }

    /// What is wrong and what would be right; never null.
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
