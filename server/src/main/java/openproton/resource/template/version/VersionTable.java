package openproton.resource.template.version;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openproton.api.TemplateType;
import openproton.api.TemplateVersionStatus;
import openproton.request.Scope;
import openproton.resource.template.StoredTemplate;
import openproton.resource.template.TemplateKey;
import openproton.store.Row;
import openproton.store.Transaction;

/// The SQL of template versions.
record VersionTable(Transaction tx) {
    /// A version with the recommended minor number of its major version: the highest that is published.
    static final String SELECT = """
        SELECT v.*, (SELECT max(p.minor)
                       FROM template_version p
                      WHERE p.account = v.account AND p.region = v.region AND p.kind = v.kind
                        AND p.template = v.template AND p.major = v.major
                        AND p.status = 'PUBLISHED') AS recommended_minor
          FROM template_version v
         WHERE v.account = ? AND v.region = ? AND v.kind = ? AND v.template = ?
        """;
    private static final String INSERT = """
        INSERT INTO template_version (account, region, kind, template, major, minor, status, status_message,
                                      description, methods, source_bucket, source_key, compatible_environments,
                                      component_sources, created_at, modified_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', ?, ?, ?, ?, ?, ?)
        """;
    private static final String WHERE =
            " WHERE account = ? AND region = ? AND kind = ? AND template = ? AND major = ? AND minor = ?";
    private static final String REGISTERED = """
        UPDATE template_version
           SET status = 'DRAFT', status_message = ?, schema_text = ?, methods = ?, archive_id = ?, modified_at = ?
        """ + WHERE + " AND status = 'REGISTRATION_IN_PROGRESS'";
    private static final String REFUSED = """
        UPDATE template_version
           SET status = 'REGISTRATION_FAILED', status_message = ?, modified_at = ?
        """ + WHERE + " AND status = 'REGISTRATION_IN_PROGRESS'";
    private static final String CHANGE = """
        UPDATE template_version
           SET status = ?, description = ?, compatible_environments = ?, component_sources = ?, modified_at = ?
        """ + WHERE;
    private static final String DELETE = "DELETE FROM template_version" + WHERE;

    Optional<StoredVersion> find(VersionKey key) {
        return tx.find(SELECT + " AND v.major = ? AND v.minor = ?", VersionTable::read, where(key));
    }

    /// All versions of a major, the newest first.
    List<StoredVersion> ofMajor(TemplateKey template, long major) {
        return tx.list(
                SELECT + " AND v.major = ? ORDER BY v.minor DESC",
                VersionTable::read,
                template.scope().account(),
                template.scope().region(),
                template.type(),
                template.name(),
                major);
    }

    void insert(StoredVersion version) {
        VersionKey key = version.key();
        var registration = version.registration();
        tx.update(
                INSERT,
                key.template().scope().account(),
                key.template().scope().region(),
                key.template().type(),
                key.template().name(),
                key.major(),
                key.minor(),
                registration.status(),
                registration.message(),
                version.description(),
                registration.source().bucket(),
                registration.source().key(),
                VersionColumns.environments(version.relations().environments()),
                VersionColumns.sources(version.relations().componentSources()),
                version.times().createdAt(),
                version.times().modifiedAt());
    }

    /// Makes a version whose bundle was found good a draft; does nothing when its registration is over.
    void registered(VersionKey key, StoredVersion.Content content, String message, Instant now) {
        tx.update(
                REGISTERED,
                with(
                        key,
                        message,
                        content.schema(),
                        VersionColumns.methods(content.methods()),
                        content.archive(),
                        now));
    }

    /// Notes why a bundle was refused; does nothing when its registration is over.
    void refused(VersionKey key, String why, Instant now) {
        tx.update(REFUSED, with(key, why, now));
    }

    void change(StoredVersion version, Instant now) {
        tx.update(
                CHANGE,
                with(
                        version.key(),
                        version.registration().status(),
                        version.description(),
                        VersionColumns.environments(version.relations().environments()),
                        VersionColumns.sources(version.relations().componentSources()),
                        now));
    }

    void delete(VersionKey key) {
        tx.update(DELETE, where(key));
    }

    private static Object[] where(VersionKey key) {
        return with(key);
    }

    private static Object[] with(VersionKey key, Object... before) {
        var all = new java.util.ArrayList<Object>(List.of(before));
        TemplateKey template = key.template();
        all.addAll(List.of(
                template.scope().account(),
                template.scope().region(),
                template.type(),
                template.name(),
                key.major(),
                key.minor()));
        return all.toArray();
    }

    static StoredVersion read(Row row) {
        var scope = new Scope(row.text("account"), row.text("region"));
        var template = new TemplateKey(scope, TemplateType.valueOf(row.text("kind")), row.text("template"));
        return new StoredVersion(
                new VersionKey(template, row.number("major"), row.number("minor")),
                row.optionalText("description"),
                readRegistration(row),
                new StoredVersion.Relations(
                        VersionColumns.environments(row.text("compatible_environments")),
                        VersionColumns.sources(row.text("component_sources"))),
                new StoredTemplate.Times(row.instant("created_at"), row.instant("modified_at")),
                row.optionalText("recommended_minor").map(Long::valueOf));
    }

    private static StoredVersion.Registration readRegistration(Row row) {
        var content = row.optionalText("archive_id")
                .map(archive -> new StoredVersion.Content(
                        row.text("schema_text"), VersionColumns.methods(row.text("methods")), archive));
        return new StoredVersion.Registration(
                TemplateVersionStatus.valueOf(row.text("status")),
                row.text("status_message"),
                new StoredVersion.Source(row.text("source_bucket"), row.text("source_key")),
                content);
    }
}
