package openproton.resource.template.version;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.CompatibleEnvironmentTemplate;
import openproton.api.CompatibleEnvironmentTemplateInput;
import openproton.api.ResourceNotFoundException;
import openproton.api.ServiceTemplateSupportedComponentSourceType;
import openproton.api.Tag;
import openproton.api.TemplateVersionSourceInput;
import openproton.api.TemplateVersionStatus;
import openproton.api.ValidationException;
import openproton.change.ArchiveTable;
import openproton.change.VersionNumber;
import openproton.request.Pages;
import openproton.request.Quotas;
import openproton.resource.tag.Tags;
import openproton.resource.template.StoredTemplate;
import openproton.resource.template.TemplateKey;
import openproton.resource.template.TemplateTable;
import openproton.resource.template.Templates;
import openproton.store.Transaction;
import openproton.work.Jobs;

/// What the versions of both kinds of templates do alike.
///
/// @param templates the templates they belong to
/// @param jobs starts their registration
public record Versions(Templates templates, Jobs jobs) {

    /// What a create request asks for.
    ///
    /// @param major a major version that exists; empty for a new one
    record Wanted(
            Optional<String> major,
            Optional<String> description,
            StoredVersion.Source source,
            StoredVersion.Relations relations,
            List<Tag> tags) {}

    /// What an update request changes; what is empty stays.
    record VersionChange(
            Optional<TemplateVersionStatus> status,
            Optional<String> description,
            Optional<List<CompatibleEnvironmentTemplate>> environments,
            Optional<List<ServiceTemplateSupportedComponentSourceType>> componentSources) {

        static VersionChange of(Optional<TemplateVersionStatus> status, Optional<String> description) {
            return new VersionChange(status, description, Optional.empty(), Optional.empty());
        }
    }

    private InstantSource clock() {
        return templates.clock();
    }

    static VersionKey key(TemplateKey template, String major, String minor) {
        return new VersionKey(template, VersionNumbers.read(major), VersionNumbers.read(minor));
    }

    static StoredVersion.Source source(TemplateVersionSourceInput source) {
        return switch (source) {
            case TemplateVersionSourceInput.OfS3(var object) -> new StoredVersion.Source(object.bucket(), object.key());
        };
    }

    static List<CompatibleEnvironmentTemplate> compatible(List<CompatibleEnvironmentTemplateInput> inputs) {
        return inputs.stream()
                .map(input -> new CompatibleEnvironmentTemplate(input.templateName(), input.majorVersion()))
                .distinct()
                .toList();
    }

    /// The list of one entry for each major version, or of all minor versions of one.
    static Pages.Listing listing(TemplateKey template, Optional<String> major) {
        return VersionListing.of(template, major.map(VersionNumbers::read));
    }

    void requireTemplate(Transaction tx, TemplateKey template) {
        templates.get(tx, template);
    }

    Optional<StoredVersion> find(Transaction tx, VersionKey key) {
        return new VersionTable(tx).find(key);
    }

    /// The version of a template that an ARN names.
    Optional<StoredVersion> find(Transaction tx, TemplateKey template, String arn) {
        String[] number = arn.substring(arn.lastIndexOf(':') + 1).split("\\.", -1);
        return number.length == 2 ? find(tx, key(template, number[0], number[1])) : Optional.empty();
    }

    /// @throws ResourceNotFoundException when there is no such version
    StoredVersion get(Transaction tx, VersionKey key) {
        return find(tx, key).orElseThrow(() -> VersionRules.missing(key));
    }

    StoredVersion create(Transaction tx, TemplateKey template, Wanted wanted) {
        requireTemplate(tx, template);
        return create(tx, nextKey(tx, template, wanted.major()), wanted);
    }

    private StoredVersion create(Transaction tx, VersionKey key, Wanted wanted) {
        TemplateKey template = key.template();
        var table = new VersionTable(tx);
        int max = templates.quotas().versionsPerTemplate();
        Quotas.check(
                new TemplateTable(tx).versions(template),
                max,
                "versions of " + template.words(),
                "quotas.versions-per-template");
        VersionRules.requireEnvironments(
                tx, template.scope(), wanted.relations().environments());
        Instant now = clock().instant();
        table.insert(new StoredVersion(
                key,
                wanted.description(),
                new StoredVersion.Registration(
                        TemplateVersionStatus.REGISTRATION_IN_PROGRESS, "", wanted.source(), Optional.empty()),
                wanted.relations(),
                new StoredTemplate.Times(now, now),
                Optional.empty()));
        var managed = Map.of("proton:template", template.arn());
        new Tags(tx).create(template.scope(), key.arn(), Optional.of(template.arn()), wanted.tags(), managed);
        jobs.start(tx, RegisterWorkflow.ENTRY, key.arn());
        return get(tx, key);
    }

    /// Creates the next version of a major that a repository holds, or that major itself.
    ///
    /// @param key of which the major number counts
    /// @throws ValidationException when the template would get another major number next
    public StoredVersion createSynced(
            Transaction tx,
            VersionKey key,
            StoredVersion.Source source,
            StoredVersion.Relations relations,
            String description) {
        requireTemplate(tx, key.template());
        var wanted = new Wanted(Optional.empty(), Optional.of(description), source, relations, List.of());
        return create(tx, syncedKey(tx, key), wanted);
    }

    /// The next minor number of a major that was there once, or else that major itself if it comes next.
    private static VersionKey syncedKey(Transaction tx, VersionKey key) {
        var numbers = new TemplateTable(tx);
        if (numbers.wasMajor(key.template(), key.major())) {
            return new VersionKey(key.template(), key.major(), numbers.newMinor(key.template(), key.major()));
        }
        long next = numbers.newMajor(key.template());
        if (next != key.major()) {
            throw new ValidationException(
                    "the folder is for major version %d, but the next major version of %s is %d; add a folder v%d first, or rename this one"
                            .formatted(key.major(), key.template().words(), next, next));
        }
        return new VersionKey(key.template(), next, 0);
    }

    /// The version that an ARN names, if there is one.
    public Optional<StoredVersion> findByArn(Transaction tx, String arn) {
        return find(tx, VersionKey.of(arn));
    }

    private static VersionKey nextKey(Transaction tx, TemplateKey template, Optional<String> major) {
        var numbers = new TemplateTable(tx);
        if (major.isEmpty()) {
            return new VersionKey(template, numbers.newMajor(template), 0);
        }
        long number = VersionNumbers.read(major.get());
        if (new VersionTable(tx).ofMajor(template, number).isEmpty()) {
            throw new ResourceNotFoundException(
                    "%s has no major version %s; leave majorVersion out to create the next major version"
                            .formatted(template.words(), major.get()));
        }
        return new VersionKey(template, number, numbers.newMinor(template, number));
    }

    StoredVersion update(Transaction tx, VersionKey key, VersionChange change) {
        StoredVersion before = get(tx, key);
        var registration = before.registration();
        TemplateVersionStatus status = VersionRules.statusAfter(before, change.status());
        VersionRules.requireEnvironments(
                tx, key.template().scope(), change.environments().orElse(List.of()));
        VersionRules.requireChangeable(tx, before, change.environments());
        var after = new StoredVersion(
                key,
                change.description().or(before::description),
                new StoredVersion.Registration(
                        status, registration.message(), registration.source(), registration.content()),
                new StoredVersion.Relations(
                        change.environments().orElse(before.relations().environments()),
                        change.componentSources().orElse(before.relations().componentSources())),
                before.times(),
                before.recommendedMinor());
        new VersionTable(tx).change(after, clock().instant());
        return get(tx, key);
    }

    StoredVersion delete(Transaction tx, VersionKey key) {
        StoredVersion version = get(tx, key);
        VersionRules.requireDeletable(
                tx, version, templates.get(tx, key.template()).recommended());
        new VersionTable(tx).delete(key);
        new Tags(tx).forget(key.arn());
        version.registration().content().ifPresent(content -> new ArchiveTable(tx).delete(content.archive()));
        return version;
    }

    /// The version that a request for a major and maybe a minor number means.
    ///
    /// @param minor empty for the recommended minor of the major
    /// @throws ResourceNotFoundException when there is none
    /// @throws ValidationException when it is not registered
    public StoredVersion resolve(Transaction tx, TemplateKey template, String major, Optional<String> minor) {
        requireTemplate(tx, template);
        long majorNumber = VersionNumbers.read(major);
        if (minor.isPresent()) {
            StoredVersion version = get(tx, new VersionKey(template, majorNumber, VersionNumbers.read(minor.get())));
            VersionRules.requireRegistered(version);
            return version;
        }
        long recommended = new VersionTable(tx)
                .ofMajor(template, majorNumber).stream()
                        .findFirst()
                        .flatMap(StoredVersion::recommendedMinor)
                        .orElseThrow(() -> VersionRules.nothingPublished(template, majorNumber));
        return get(tx, new VersionKey(template, majorNumber, recommended));
    }

    /// Whether there is such a version.
    boolean exists(Transaction tx, VersionKey key) {
        return find(tx, key).isPresent();
    }

    /// A version that something uses.
    public StoredVersion used(Transaction tx, TemplateKey template, VersionNumber number) {
        return get(tx, new VersionKey(template, number.major(), number.minor()));
    }

    /// The recommended version of a template.
    ///
    /// @throws ResourceNotFoundException when nothing is published
    StoredVersion recommended(Transaction tx, TemplateKey template) {
        String number = templates
                .get(tx, template)
                .recommended()
                .orElseThrow(() -> new ResourceNotFoundException(
                        "%s has no published version; publish one, or name a version".formatted(template.words())));
        String[] parts = number.split("\\.", -1);
        return get(tx, key(template, parts[0], parts[1]));
    }

    /// Whether the environments made from a template, or the pipelines of its services, are the customer's to manage.
    public boolean isCustomerManaged(Transaction tx, TemplateKey template) {
        return templates.get(tx, template).customerManaged();
    }
}
