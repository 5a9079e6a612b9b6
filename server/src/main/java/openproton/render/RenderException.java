package openproton.render;

import java.util.Objects;

/// A template that cannot be rendered with the values it was given; the message is the deployment's status message.
public final class RenderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param message for the template's author: which file and place, and what is wrong there
    public RenderException(String message) {
        super(message);
    }

    /// What is wrong and what would be right; never null.
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
