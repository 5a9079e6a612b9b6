package openproton.work;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import openproton.store.Transaction;

/// Gives the scheduler its connections: inside [#join] that of the running transaction, so that jobs and the rows they
/// serve are saved together; outside one of its own, where each statement is committed by itself.
final class JoiningSource implements DataSource {
    private static final ScopedValue<Transaction> JOINED = ScopedValue.newInstance();

    private final DataSource own;

    JoiningSource(DataSource own) {
        this.own = own;
    }

    /// Runs work of the scheduler inside a transaction.
    void join(Transaction tx, Runnable work) {
        ScopedValue.where(JOINED, tx).run(work);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (JOINED.isBound()) {
            return leftOpen(JOINED.get().connection());
        }
        return own.getConnection();
    }

    /// The transaction's connection, except that closing it does nothing: its end is not the scheduler's to decide.
    private static Connection leftOpen(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                JoiningSource.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return own.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        own.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        own.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return own.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(Logger.GLOBAL_LOGGER_NAME);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return own.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return own.isWrapperFor(type);
    }
}
