package openproton.store;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;

/// One database, used through transactions that happen completely or not at all.
///
/// Work given to [#inTransaction] may run more than once when two transactions meet on the same rows,
/// so it must change nothing but rows.
public final class Database implements AutoCloseable {
    private static final int ATTEMPTS_MAX = 50;

    private final SqlDialect dialect;
    private final ConnectionPool writers;
    private final ConnectionPool readers;
    private final Optional<Transaction> rehearsal;

    /// @param rehearsal during a rehearsal, the one transaction that all work joins
    private Database(
            SqlDialect dialect, ConnectionPool writers, ConnectionPool readers, Optional<Transaction> rehearsal) {
        this.dialect = dialect;
        this.writers = writers;
        this.readers = readers;
        this.rehearsal = rehearsal;
    }

    /// Opens the database behind a JDBC address and brings its tables up to date.
    ///
    /// @param url `jdbc:sqlite:/path/to/file` or `jdbc:postgresql://host/name?user=...&password=...`
    public static Database open(String url) {
        SqlDialect dialect = SqlDialect.of(url);
        dialect.prepare(url);
        Migrations.bringUpToDate(dialect, url);
        return new Database(dialect, dialect.writers(url), dialect.readers(url), Optional.empty());
    }

    /// Does work that changes rows; everything it wrote is kept when it returns, nothing when it throws.
    public <T> T inTransaction(Function<Transaction, T> work) {
        return rehearsal.isPresent() ? work.apply(rehearsal.get()) : retried(() -> once(writers, work));
    }

    private <T> T retried(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (StoreException failure) {
                if (!dialect.mayRetry(failure) || attempt == ATTEMPTS_MAX) {
                    throw failure;
                }
            }
        }
    }

    /// Does work that changes rows and returns nothing.
    public void change(Consumer<Transaction> work) {
        inTransaction(tx -> {
            work.accept(tx);
            return true;
        });
    }

    /// Reads rows as they stand at one moment; must not write.
    public <T> T read(Function<Transaction, T> work) {
        return rehearsal.isPresent() ? work.apply(rehearsal.get()) : once(readers, work);
    }

    /// Does work that changes rows, returns its result, and undoes every change.
    ///
    /// @param work gets a database whose transactions all join the one that is undone
    public <T> T rehearse(Function<Database, T> work) {
        return retried(() -> writers.rehearse(connection -> {
            var only = new Transaction(connection, new ArrayList<>());
            return work.apply(new Database(dialect, writers, readers, Optional.of(only)));
        }));
    }

    /// The connections for the engine of durable work, which brings its own SQL.
    public DataSource forWork() {
        return writers.source();
    }

    /// Runs the work, and then the work that waits for its commit; by then the connection is free again.
    private <T> T once(ConnectionPool connections, Function<Transaction, T> work) {
        var afterCommit = new ArrayList<Runnable>();
        T answer = connections.inTransaction(connection -> work.apply(new Transaction(connection, afterCommit)));
        afterCommit.forEach(Runnable::run);
        return answer;
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }
}
