package openproton.resource.account;

import java.util.List;
import openproton.api.CountsSummary;
import openproton.api.DeploymentTargetResourceType;
import openproton.api.ResourceCountsSummary;
import openproton.request.Scope;
import openproton.store.Row;
import openproton.store.Transaction;

/// Counts the resources of a scope (docs/behaviour/lists.md#summary).
record Counts(Transaction tx, Scope scope) {
    /// How far each deployable lags: 2 behind its template's recommended major, 1 behind its minor, 0 up to date.
    private static final String LAGGING = """
        SELECT d.type, d.service_name, d.status,
               CASE WHEN r.major IS NULL OR d.major > r.major THEN 0
                    WHEN d.major < r.major THEN 2
                    WHEN d.minor < r.minor THEN 1
                    ELSE 0 END AS lag
          FROM deployable_now d
          LEFT JOIN (SELECT v.kind, v.template, v.major, max(v.minor) AS minor
                       FROM template_version v
                      WHERE v.account = ? AND v.region = ? AND v.status = 'PUBLISHED'
                        AND v.major = (SELECT max(h.major) FROM template_version h
                                        WHERE h.account = v.account AND h.region = v.region AND h.kind = v.kind
                                          AND h.template = v.template AND h.status = 'PUBLISHED')
                      GROUP BY v.kind, v.template, v.major) r
            ON r.template = d.template
           AND r.kind = CASE WHEN d.type = 'ENVIRONMENT' THEN 'ENVIRONMENT' ELSE 'SERVICE' END
         WHERE d.account = ? AND d.region = ?
        """;
    private static final String OF_TYPE = """
        SELECT count(*) AS total,
               coalesce(sum(CASE WHEN status IN ('FAILED', 'DELETE_FAILED') THEN 1 ELSE 0 END), 0) AS failed,
               coalesce(sum(CASE WHEN lag = 0 THEN 1 ELSE 0 END), 0) AS up_to_date,
               coalesce(sum(CASE WHEN lag = 1 THEN 1 ELSE 0 END), 0) AS behind_minor,
               coalesce(sum(CASE WHEN lag = 2 THEN 1 ELSE 0 END), 0) AS behind_major
          FROM (
        """ + LAGGING + ") counted WHERE type = ?";
    private static final String OF_SERVICES = """
        SELECT count(*) AS total,
               coalesce(sum(CASE WHEN s.status LIKE '%FAILED%' THEN 1 ELSE 0 END), 0) AS failed,
               coalesce(sum(CASE WHEN coalesce(w.lag, 0) = 0 THEN 1 ELSE 0 END), 0) AS up_to_date,
               coalesce(sum(CASE WHEN w.lag = 1 THEN 1 ELSE 0 END), 0) AS behind_minor,
               coalesce(sum(CASE WHEN w.lag = 2 THEN 1 ELSE 0 END), 0) AS behind_major
          FROM service s
          LEFT JOIN (SELECT service_name, max(lag) AS lag FROM (
        """ + LAGGING + """
        ) counted GROUP BY service_name) w ON w.service_name = s.name
         WHERE s.account = ? AND s.region = ?
        """;
    private static final String OF_TEMPLATES =
            "SELECT count(*) AS total FROM template WHERE account = ? AND region = ? AND kind = ?";

    CountsSummary summary() {
        return CountsSummary.builder()
                .components(components())
                .environments(ofType(DeploymentTargetResourceType.ENVIRONMENT))
                .environmentTemplates(templates("ENVIRONMENT"))
                .serviceInstances(ofType(DeploymentTargetResourceType.SERVICE_INSTANCE))
                .services(services())
                .serviceTemplates(templates("SERVICE"))
                .pipelines(ofType(DeploymentTargetResourceType.SERVICE_PIPELINE))
                .build();
    }

    private ResourceCountsSummary templates(String kind) {
        return tx.find(OF_TEMPLATES, row -> total(row).build(), scope.account(), scope.region(), kind)
                .orElseThrow();
    }

    /// Components are made from no template, so none of them lags.
    private ResourceCountsSummary components() {
        ResourceCountsSummary all = ofType(DeploymentTargetResourceType.COMPONENT);
        return ResourceCountsSummary.builder()
                .total(all.total())
                .failed(all.failed())
                .build();
    }

    private ResourceCountsSummary ofType(DeploymentTargetResourceType type) {
        var parameters = List.of(scope.account(), scope.region(), scope.account(), scope.region(), type);
        return tx.find(OF_TYPE, Counts::read, parameters.toArray()).orElseThrow();
    }

    private ResourceCountsSummary services() {
        var parameters = List.of(
                scope.account(), scope.region(), scope.account(), scope.region(), scope.account(), scope.region());
        return tx.find(OF_SERVICES, Counts::read, parameters.toArray()).orElseThrow();
    }

    private static ResourceCountsSummary read(Row row) {
        return total(row)
                .failed((int) row.number("failed"))
                .upToDate((int) row.number("up_to_date"))
                .behindMinor((int) row.number("behind_minor"))
                .behindMajor((int) row.number("behind_major"))
                .build();
    }

    private static ResourceCountsSummary.Builder total(Row row) {
        return ResourceCountsSummary.builder().total((int) row.number("total"));
    }
}
