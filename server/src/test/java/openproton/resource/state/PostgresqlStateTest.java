package openproton.resource.state;

import openproton.store.TestDatabases;

class PostgresqlStateTest extends StateContract {

    @Override
    String address() {
        return TestDatabases.postgresql();
    }
}
