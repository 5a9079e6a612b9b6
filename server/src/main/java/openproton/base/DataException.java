package openproton.base;

/// Text that cannot be read as data; the message names line and column and shows the place.
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param message the mistake, its place, and the correction
    public DataException(String message) {
        super(message);
    }
}
