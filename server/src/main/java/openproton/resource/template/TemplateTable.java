package openproton.resource.template;

import java.time.Instant;
import java.util.Optional;
import openproton.api.TemplateType;
import openproton.request.Scope;
import openproton.store.Row;
import openproton.store.Transaction;

/// The SQL of templates and of the numbers their versions get.
public record TemplateTable(Transaction tx) {
    /// A template with its recommended version: the highest that is published.
    static final String SELECT = """
        SELECT t.*, (SELECT v.major || '.' || v.minor
                       FROM template_version v
                      WHERE v.account = t.account AND v.region = t.region AND v.kind = t.kind
                        AND v.template = t.name AND v.status = 'PUBLISHED'
                      ORDER BY v.major DESC, v.minor DESC LIMIT 1) AS recommended
          FROM template t
         WHERE t.account = ? AND t.region = ? AND t.kind = ?
        """;
    private static final String COUNT = "SELECT count(*) AS n FROM template WHERE account = ? AND region = ?";
    private static final String COUNT_VERSIONS = """
        SELECT count(*) AS n FROM template_version
         WHERE account = ? AND region = ? AND kind = ? AND template = ?
        """;
    private static final String INSERT = """
        INSERT INTO template (account, region, kind, name, display_name, description, encryption_key,
                              provisioning, created_at, modified_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String CHANGE_TEXTS = """
        UPDATE template SET display_name = ?, description = ?, modified_at = ?
         WHERE account = ? AND region = ? AND kind = ? AND name = ?
        """;
    private static final String DELETE =
            "DELETE FROM template WHERE account = ? AND region = ? AND kind = ? AND name = ?";
    private static final String FORGET_NUMBERS =
            "DELETE FROM template_major WHERE account = ? AND region = ? AND kind = ? AND template = ?";
    private static final String HIGHEST_MAJOR = """
        SELECT coalesce(max(major), 0) AS n FROM template_major
         WHERE account = ? AND region = ? AND kind = ? AND template = ?
        """;
    private static final String NEXT_MINOR = """
        UPDATE template_major SET minor_highest = minor_highest + 1
         WHERE account = ? AND region = ? AND kind = ? AND template = ? AND major = ?
        """;
    private static final String HIGHEST_MINOR = """
        SELECT minor_highest AS n FROM template_major
         WHERE account = ? AND region = ? AND kind = ? AND template = ? AND major = ?
        """;
    private static final String NEW_MAJOR = """
        INSERT INTO template_major (account, region, kind, template, major, minor_highest) VALUES (?, ?, ?, ?, ?, 0)
        """;

    /// How many versions a template has, whatever their status.
    public long versions(TemplateKey template) {
        return tx.find(COUNT_VERSIONS, row -> row.number("n"), name(template)).orElseThrow();
    }

    public Optional<StoredTemplate> find(TemplateKey key) {
        return tx.find(SELECT + " AND t.name = ?", TemplateTable::read, name(key));
    }

    long count(Scope scope) {
        return tx.find(COUNT, row -> row.number("n"), scope.account(), scope.region())
                .orElseThrow();
    }

    void insert(StoredTemplate template) {
        TemplateKey key = template.key();
        tx.update(
                INSERT,
                key.scope().account(),
                key.scope().region(),
                key.type(),
                key.name(),
                template.texts().displayName(),
                template.texts().description(),
                template.encryptionKey(),
                template.customerManaged() ? Optional.of("CUSTOMER_MANAGED") : Optional.empty(),
                template.times().createdAt(),
                template.times().modifiedAt());
    }

    void changeTexts(TemplateKey key, StoredTemplate.Texts texts, Instant now) {
        tx.update(
                CHANGE_TEXTS,
                texts.displayName(),
                texts.description(),
                now,
                key.scope().account(),
                key.scope().region(),
                key.type(),
                key.name());
    }

    void delete(TemplateKey key) {
        tx.update(DELETE, name(key));
        tx.update(FORGET_NUMBERS, name(key));
    }

    /// A major number that was never used in this template.
    public long newMajor(TemplateKey key) {
        long major = tx.find(HIGHEST_MAJOR, row -> row.number("n"), name(key)).orElseThrow() + 1;
        tx.update(NEW_MAJOR, major(key, major));
        return major;
    }

    /// Whether there is, or was, a major version of this number.
    public boolean wasMajor(TemplateKey key, long major) {
        return tx.find(HIGHEST_MINOR, row -> row.number("n"), major(key, major)).isPresent();
    }

    /// A minor number that was never used in a major version that once existed.
    public long newMinor(TemplateKey key, long major) {
        tx.update(NEXT_MINOR, major(key, major));
        return tx.find(HIGHEST_MINOR, row -> row.number("n"), major(key, major)).orElseThrow();
    }

    private static Object[] name(TemplateKey key) {
        return new Object[] {key.scope().account(), key.scope().region(), key.type(), key.name()};
    }

    private static Object[] major(TemplateKey key, long major) {
        return new Object[] {key.scope().account(), key.scope().region(), key.type(), key.name(), major};
    }

    static StoredTemplate read(Row row) {
        var scope = new Scope(row.text("account"), row.text("region"));
        return new StoredTemplate(
                new TemplateKey(scope, TemplateType.valueOf(row.text("kind")), row.text("name")),
                new StoredTemplate.Texts(row.text("display_name"), row.optionalText("description")),
                row.optionalText("encryption_key"),
                row.optionalText("provisioning").isPresent(),
                new StoredTemplate.Times(row.instant("created_at"), row.instant("modified_at")),
                row.optionalText("recommended"));
    }
}
