package openproton.resource.template;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.ConflictException;
import openproton.api.ResourceNotFoundException;
import openproton.api.Tag;
import openproton.request.Idempotency;
import openproton.request.Quotas;
import openproton.resource.tag.Tags;
import openproton.store.Transaction;

/// What both kinds of templates do alike.
///
/// @param quotas how many there may be
/// @param clock tells when
/// @param followers tells which templates follow a repository
public record Templates(Quotas quotas, InstantSource clock, Followers followers) {

    /// Tells which templates follow a repository.
    @FunctionalInterface
    public interface Followers {

        /// Whether a template has a sync configuration.
        boolean contain(Transaction tx, TemplateKey key);
    }

    /// What a create request asks for.
    ///
    /// @param customerManaged environments are not provisioned, or services have no pipeline
    record Wanted(
            Optional<String> displayName,
            Optional<String> description,
            Optional<String> encryptionKey,
            boolean customerManaged,
            List<Tag> tags) {}

    Optional<StoredTemplate> find(Transaction tx, TemplateKey key) {
        return new TemplateTable(tx).find(key);
    }

    /// Whether there is such a template.
    public boolean exists(Transaction tx, TemplateKey key) {
        return find(tx, key).isPresent();
    }

    /// @throws ResourceNotFoundException when there is no such template
    public StoredTemplate get(Transaction tx, TemplateKey key) {
        return find(tx, key)
                .orElseThrow(() -> new ResourceNotFoundException("%s does not exist".formatted(key.words())));
    }

    StoredTemplate create(Transaction tx, TemplateKey key, Wanted wanted) {
        var table = new TemplateTable(tx);
        Quotas.check(table.count(key.scope()), quotas.templates(), "templates", "quotas.templates");
        Instant now = clock.instant();
        var texts = new StoredTemplate.Texts(wanted.displayName().orElse(key.name()), wanted.description());
        var times = new StoredTemplate.Times(now, now);
        table.insert(new StoredTemplate(
                key, texts, wanted.encryptionKey(), wanted.customerManaged(), times, Optional.empty()));
        new Tags(tx)
                .create(key.scope(), key.arn(), Optional.empty(), wanted.tags(), Map.of("proton:template", key.arn()));
        return get(tx, key);
    }

    StoredTemplate update(Transaction tx, TemplateKey key, Optional<String> displayName, Optional<String> description) {
        StoredTemplate before = get(tx, key);
        var texts = new StoredTemplate.Texts(
                displayName.orElse(before.texts().displayName()),
                description.or(() -> before.texts().description()));
        new TemplateTable(tx).changeTexts(key, texts, clock.instant());
        Idempotency.modified(tx, key.scope(), key.arn());
        return get(tx, key);
    }

    StoredTemplate delete(Transaction tx, TemplateKey key) {
        StoredTemplate template = get(tx, key);
        long versions = new TemplateTable(tx).versions(key);
        if (versions > 0) {
            throw new ConflictException("%s still has %d version%s; delete those first"
                    .formatted(key.words(), versions, versions == 1 ? "" : "s"));
        }
        if (followers.contain(tx, key)) {
            throw new ConflictException(
                    "%s follows a repository; end that with DeleteTemplateSyncConfig first".formatted(key.words()));
        }
        new TemplateTable(tx).delete(key);
        new Tags(tx).forget(key.arn());
        return template;
    }
}
