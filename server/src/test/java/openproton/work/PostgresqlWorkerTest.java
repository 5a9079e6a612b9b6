package openproton.work;

import openproton.store.TestDatabases;

class PostgresqlWorkerTest extends WorkerContract {

    @Override
    String address() {
        return TestDatabases.postgresql();
    }
}
