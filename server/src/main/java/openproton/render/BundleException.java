package openproton.render;

import java.util.Objects;

/// A bundle that cannot be registered; the message is the version's status message.
public final class BundleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param message for the bundle's author: which file or key, and what would be right
    public BundleException(String message) {
        super(message);
    }

    /// The problem and its solution; never null.
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
