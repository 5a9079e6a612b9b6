package openproton.change;

import java.util.Optional;
import openproton.request.Scope;
import openproton.store.Row;
import openproton.store.Transaction;

/// The SQL of components. It lies here because what a component is attached to may not change or go without it.
public record ComponentTable(Transaction tx) {
    /// Components with what they have in common with all deployables.
    public static final String SELECT = """
        SELECT d.*, c.description, c.service_name AS attached_service, c.instance_name AS attached_instance,
               c.service_spec, c.template_file, c.manifest, c.modified_at
          FROM deployable_now d
          JOIN component c ON c.arn = d.arn
         WHERE d.account = ? AND d.region = ?
        """;
    private static final String OWN = """
        SELECT description, service_name AS attached_service, instance_name AS attached_instance, service_spec,
               template_file, manifest, modified_at
          FROM component
         WHERE arn = ?
        """;
    private static final String OF_INSTANCE = SELECT + " AND c.service_name = ? AND c.instance_name = ?";
    private static final String OF_SERVICE =
            SELECT + " AND c.service_name = ? ORDER BY c.instance_name, d.name LIMIT 1";
    private static final String INSERT = """
        INSERT INTO component (arn, account, region, description, service_name, instance_name, service_spec,
                               template_file, manifest, modified_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String CHANGE = """
        UPDATE component
           SET description = ?, service_name = ?, instance_name = ?, service_spec = ?, template_file = ?,
               modified_at = ?
         WHERE arn = ?
        """;
    private static final String DELETE = "DELETE FROM component WHERE arn = ?";

    /// The component of a name.
    public Optional<StoredComponent> find(Scope scope, String name) {
        return tx.find(SELECT + " AND d.name = ?", ComponentTable::read, scope.account(), scope.region(), name);
    }

    /// What belongs to a component alone; known before its first deployment has begun.
    StoredComponent.Own own(String arn) {
        return tx.find(OWN, ComponentTable::readOwn, arn).orElseThrow();
    }

    /// What is attached to an instance.
    public Optional<StoredComponent> attachedTo(Target instance) {
        return tx.find(
                OF_INSTANCE,
                ComponentTable::read,
                instance.scope().account(),
                instance.scope().region(),
                instance.service(),
                instance.name());
    }

    /// Any one component that is attached to an instance of a service.
    public Optional<StoredComponent> anyAttachedTo(Scope scope, String service) {
        return tx.find(OF_SERVICE, ComponentTable::read, scope.account(), scope.region(), service);
    }

    /// Keeps what belongs to a new component alone.
    public void insert(Target target, StoredComponent.Own own) {
        tx.update(
                INSERT,
                target.arn(),
                target.scope().account(),
                target.scope().region(),
                own.description(),
                own.attachment().map(StoredComponent.Attachment::service).orElse(""),
                own.attachment().map(StoredComponent.Attachment::instance).orElse(""),
                own.source().serviceSpec(),
                own.source().templateFile(),
                own.source().manifest(),
                own.modifiedAt());
    }

    /// Keeps what an update made of a component; its manifest stays.
    public void change(String arn, StoredComponent.Own own) {
        tx.update(
                CHANGE,
                own.description(),
                own.attachment().map(StoredComponent.Attachment::service).orElse(""),
                own.attachment().map(StoredComponent.Attachment::instance).orElse(""),
                own.source().serviceSpec(),
                own.source().templateFile(),
                own.modifiedAt(),
                arn);
    }

    /// Forgets what belonged to a component alone.
    public void delete(String arn) {
        tx.update(DELETE, arn);
    }

    /// Reads a row of [#SELECT].
    public static StoredComponent read(Row row) {
        return new StoredComponent(DeployableTable.read(row), readOwn(row));
    }

    private static StoredComponent.Own readOwn(Row row) {
        String service = row.text("attached_service");
        return new StoredComponent.Own(
                row.optionalText("description"),
                service.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new StoredComponent.Attachment(service, row.text("attached_instance"))),
                new StoredComponent.Source(
                        row.text("template_file"), row.text("manifest"), row.optionalText("service_spec")),
                row.instant("modified_at"));
    }
}
