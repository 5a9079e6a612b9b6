package openproton.work;

import openproton.store.TestDatabases;

class SqliteWorkerTest extends WorkerContract {

    @Override
    String address() {
        return TestDatabases.sqlite();
    }
}
