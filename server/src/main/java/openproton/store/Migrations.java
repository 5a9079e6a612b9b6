package openproton.store;

import org.flywaydb.core.Flyway;

/// Brings the tables of a database to the version that this build expects, with the statements under `migration/`.
final class Migrations {
    private Migrations() {}

    static void bringUpToDate(SqlDialect dialect, String url) {
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:migration")
                .placeholders(dialect.words())
                .load()
                .migrate();
    }
}
