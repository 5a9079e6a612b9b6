package openproton.resource.template.version;

import java.util.List;
import java.util.Optional;
import openproton.api.CompatibleEnvironmentTemplate;
import openproton.api.ConflictException;
import openproton.api.ResourceNotFoundException;
import openproton.api.TemplateType;
import openproton.api.TemplateVersionStatus;
import openproton.api.ValidationException;
import openproton.change.Deployments;
import openproton.request.Scope;
import openproton.resource.template.TemplateKey;
import openproton.resource.template.TemplateTable;
import openproton.store.Transaction;

/// What may be done with a version, and when (docs/behaviour/lifecycle.md#template-versions).
///
final class VersionRules {
    private VersionRules() {}

    static ResourceNotFoundException missing(VersionKey key) {
        return new ResourceNotFoundException("The requested %s template version does not exist: %s"
                .formatted(key.template().typeWord(), key.arn()));
    }

    static ResourceNotFoundException nothingPublished(TemplateKey template, long major) {
        return new ResourceNotFoundException(
                "%s has no published version in major version %d; publish one, or name a minor version"
                        .formatted(template.words(), major));
    }

    static void requireRegistered(StoredVersion version) {
        if (version.registration().content().isEmpty()) {
            throw new ValidationException("version %s of %s is %s; only a registered version can be deployed"
                    .formatted(
                            version.key().number(),
                            version.key().template().words(),
                            version.registration().status().value()));
        }
    }

    static void requireEnvironments(Transaction tx, Scope scope, List<CompatibleEnvironmentTemplate> environments) {
        for (CompatibleEnvironmentTemplate environment : environments) {
            var key = new TemplateKey(scope, TemplateType.ENVIRONMENT, environment.templateName());
            long major = VersionNumbers.read(environment.majorVersion());
            if (new VersionTable(tx).ofMajor(key, major).isEmpty()) {
                throw new ResourceNotFoundException(
                        "compatibleEnvironmentTemplates names %s with major version %d, which does not exist"
                                .formatted(key.words(), major));
            }
        }
    }

    static TemplateVersionStatus statusAfter(StoredVersion version, Optional<TemplateVersionStatus> wanted) {
        TemplateVersionStatus now = version.registration().status();
        if (wanted.isEmpty()) {
            return now;
        }
        if (wanted.get() != TemplateVersionStatus.PUBLISHED) {
            throw new ValidationException("status can only be set to PUBLISHED, which publishes a draft; '%s' was given"
                    .formatted(wanted.get().value()));
        }
        return switch (now) {
            case DRAFT, PUBLISHED -> TemplateVersionStatus.PUBLISHED;
            case REGISTRATION_IN_PROGRESS, REGISTRATION_FAILED ->
                throw new ConflictException("version %s of %s is %s; only a draft can be published"
                        .formatted(
                                version.key().number(), version.key().template().words(), now.value()));
        };
    }

    static void requireChangeable(
            Transaction tx, StoredVersion version, Optional<List<CompatibleEnvironmentTemplate>> environments) {
        boolean published = version.registration().status() == TemplateVersionStatus.PUBLISHED;
        boolean changes = environments.isPresent()
                && !List.copyOf(environments.get()).equals(version.relations().environments());
        if (published && changes) {
            throw new ConflictException(
                    "the compatible environment templates of version %s of %s are fixed since it was published; create a new major version"
                            .formatted(
                                    version.key().number(),
                                    version.key().template().words()));
        }
    }

    static void requireDeletable(Transaction tx, StoredVersion version, Optional<String> recommended) {
        VersionKey key = version.key();
        String words = "version %s of %s".formatted(key.number(), key.template().words());
        if (version.registration().status() == TemplateVersionStatus.REGISTRATION_IN_PROGRESS) {
            throw new ConflictException(words + " is being registered; wait until that is over");
        }
        Deployments.anyUseOf(tx, key.template().scope(), key.template().type(), key.inShort())
                .ifPresent(user -> {
                    throw new ConflictException("%s is used by %s; update or delete that first".formatted(words, user));
                });
        if (recommended.equals(Optional.of(key.number())) && new TemplateTable(tx).versions(key.template()) > 1) {
            throw new ConflictException(
                    "%s is the recommended version; publish a higher one, or delete the other versions first"
                            .formatted(words));
        }
    }
}
