package openproton.store;

import java.sql.SQLException;

/// The database refused a statement, or could not be reached.
final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sqlState;
    private final int vendorCode;

    StoreException(SQLException cause) {
        super(cause.getMessage(), cause);
        this.sqlState = cause.getSQLState() == null ? "" : cause.getSQLState();
        this.vendorCode = cause.getErrorCode();
    }

    String sqlState() {
        return sqlState;
    }

    int vendorCode() {
        return vendorCode;
    }
}
