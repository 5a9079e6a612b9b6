package openproton.store;

/// The store on a SQLite file.
class SqliteStoreTest extends StoreContract {
    @Override
    String address() {
        return TestDatabases.sqlite();
    }
}
