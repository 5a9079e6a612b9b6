package openproton.store;

/// The store on a real PostgreSQL server.
class PostgresqlStoreTest extends StoreContract {
    @Override
    String address() {
        return TestDatabases.postgresql();
    }
}
