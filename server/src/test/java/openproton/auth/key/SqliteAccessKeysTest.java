package openproton.auth.key;

import openproton.store.TestDatabases;

class SqliteAccessKeysTest extends AccessKeysContract {

    @Override
    String address() {
        return TestDatabases.sqlite();
    }
}
