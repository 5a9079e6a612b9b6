package openproton.resource.state;

import openproton.store.TestDatabases;

class SqliteStateTest extends StateContract {

    @Override
    String address() {
        return TestDatabases.sqlite();
    }
}
