package openproton.bench;

import java.nio.file.Path;
import openproton.store.Database;

/// Fills a data folder's database with an environment and many service instances, as deployments would leave them.
final class Seed {
    private static final int SERVICES = 1000;
    private static final String SPEC =
            "proton: ServiceSpec\ninstances:\n- name: a\n  environment: prod\n  spec:\n    port: 8080\n";
    private static final String DEPLOYABLE = """
        INSERT INTO deployable (arn, account, region, type, environment_name, service_name, name, created_at,
                                template, major, minor, spec, status, attempted_at, succeeded_at, outputs, resources)
        VALUES (?, '000000000000', 'us-east-1', ?, 'prod', ?, ?, 1, 'web', 1, 0, ?, 'SUCCEEDED', 1, 1, '{}', '[]')
        """;
    private static final String ENVIRONMENT = """
        INSERT INTO environment (arn, account, region, name, customer_managed)
        VALUES (?, '000000000000', 'us-east-1', 'prod', 0)
        """;

    private Seed() {}

    static void fill(Path data, int instances) {
        try (Database database = Database.open("jdbc:sqlite:" + data.resolve("openproton.db"))) {
            database.change(tx -> {
                String arn = "arn:aws:proton:us-east-1:000000000000:environment/prod";
                tx.update(ENVIRONMENT, arn);
                tx.update(DEPLOYABLE, arn, "ENVIRONMENT", "", "prod", "proton: EnvironmentSpec\nspec: {}\n");
                for (int i = 0; i < instances; i++) {
                    String service = "service-" + i % SERVICES;
                    String name = "instance-" + i / SERVICES;
                    String instance = "arn:aws:proton:us-east-1:000000000000:service/%s/service-instance/%s"
                            .formatted(service, name);
                    tx.update(DEPLOYABLE, instance, "SERVICE_INSTANCE", service, name, SPEC);
                }
            });
        }
    }
}
