package openproton.auth.key;

import openproton.store.TestDatabases;

class PostgresqlAccessKeysTest extends AccessKeysContract {

    @Override
    String address() {
        return TestDatabases.postgresql();
    }
}
