package openproton.auth;

import openproton.store.TestDatabases;

class SqliteAccessKeysTest extends AccessKeysContract {

    @Override
    String address() {
        return TestDatabases.sqlite();
    }
}
