package openproton.render.data;

/// Text that cannot be read as data; the message names line and column and shows the place.
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param message what is wrong, where, and what would be right
    public DataException(String message) {
        super(message);
    }
}
