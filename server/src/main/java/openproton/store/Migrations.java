package openproton.store;

import org.flywaydb.core.Flyway;

/// Brings the tables of a database to what this build expects; the statements lie under `migration/`.
final class Migrations {
    private Migrations() {}

    static void bringUpToDate(Dialect dialect, String url) {
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:migration")
                .placeholders(dialect.words())
                .load()
                .migrate();
    }
}
