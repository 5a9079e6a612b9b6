package openproton.render;

import java.util.Objects;

/// A template that cannot be rendered with the values it was given; the message is the deployment's status message.
public final class RenderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param message for the author of the template: the file, the place and the problem
    public RenderException(String message) {
        super(message);
    }

    /// The problem and its solution; never null.
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
