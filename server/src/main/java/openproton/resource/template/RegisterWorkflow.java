package openproton.resource.template;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import openproton.api.TemplateType;
import openproton.api.TemplateVersionStatus;
import openproton.base.FileTree;
import openproton.base.Ids;
import openproton.render.BundleException;
import openproton.render.RenderException;
import openproton.render.TemplateEngine;
import openproton.render.bundle.BundleArchive;
import openproton.render.bundle.BundleLimits;
import openproton.render.bundle.TemplateBundle;
import openproton.render.bundle.TemplateKind;
import openproton.render.preview.DeploymentFiles;
import openproton.render.schema.TemplateSchema;
import openproton.store.Database;
import openproton.store.Transaction;
import openproton.work.FirstStep;
import openproton.work.Verdict;
import openproton.work.Workflow;

/// Registers the bundle of a new version: fetches it, checks it, keeps a copy; the version becomes a draft, or says why
/// it did not.
///
/// @param bundles where bundles come from
/// @param limits how large they may be
/// @param jinja checks the templates in them
public record RegisterWorkflow(
        Database database,
        BundleSource bundles,
        BundleLimits limits,
        TemplateEngine jinja,
        Ids ids,
        InstantSource clock) {
    static final FirstStep ENTRY = new FirstStep("register", "register");

    /// The workflow; its jobs are named by the ARNs of versions.
    public Workflow steps() {
        return Workflow.named(ENTRY.workflow(), (tx, arn, why) -> refuse(tx, VersionKey.of(arn), why))
                .step(ENTRY.step(), arn -> register(VersionKey.of(arn)));
    }

    private Verdict register(VersionKey key) {
        Optional<StoredVersion> version = database.read(tx -> new VersionTable(tx)
                .find(key)
                .filter(found -> found.registration().status() == TemplateVersionStatus.REGISTRATION_IN_PROGRESS));
        if (version.isEmpty()) {
            return Verdict.done();
        }
        try {
            return check(version.get());
        } catch (BundleException | RenderException refusal) {
            return new Verdict.Fail(String.valueOf(refusal.getMessage()));
        }
    }

    private Verdict check(StoredVersion version) {
        VersionKey key = version.key();
        StoredVersion.Source source = version.registration().source();
        byte[] archive = bundles.fetch(key.template().scope().account(), source.bucket(), source.key());
        FileTree files = BundleArchive.read(archive, limits);
        boolean customerManaged = database.read(tx -> new TemplateTable(tx).find(key.template()))
                .orElseThrow()
                .customerManaged();
        TemplateBundle bundle = TemplateBundle.check(files, kind(key.template().type()), customerManaged, limits);
        String warnings = String.join("; ", DeploymentFiles.check(bundle, jinja));
        Optional<String> problem = database.read(tx -> compatibilityProblem(tx, key, bundle.schema()));
        if (problem.isPresent()) {
            return new Verdict.Fail(problem.get());
        }
        var content = new StoredVersion.Content(bundle.schema().text(), methods(bundle), ids.next());
        byte[] copy = BundleArchive.pack(files);
        return new Verdict.Done(tx -> {
            new ArchiveTable(tx).insert(content.archive(), copy);
            new VersionTable(tx).registered(key, content, warnings, clock.instant());
        });
    }

    private static Optional<String> compatibilityProblem(Transaction tx, VersionKey key, TemplateSchema schema) {
        return new VersionTable(tx)
                .ofMajor(key.template(), key.major()).stream()
                        .filter(other -> other.key().minor() < key.minor())
                        .filter(other -> other.registration().content().isPresent())
                        .findFirst()
                        .flatMap(older -> schema.compatibilityProblem(TemplateSchema.read(older.registration()
                                        .content()
                                        .orElseThrow()
                                        .schema()))
                                .map(problem ->
                                        "The schema is not compatible with version %s: %s. Create a new major version for such a change."
                                                .formatted(older.key().number(), problem)));
    }

    private void refuse(Transaction tx, VersionKey key, String why) {
        new VersionTable(tx).refused(key, why, clock.instant());
    }

    private static TemplateKind kind(TemplateType type) {
        return switch (type) {
            case ENVIRONMENT -> TemplateKind.ENVIRONMENT;
            case SERVICE -> TemplateKind.SERVICE;
        };
    }

    private static Map<String, Method> methods(TemplateBundle bundle) {
        var methods = new LinkedHashMap<String, Method>();
        bundle.directories().forEach((name, directory) -> methods.put(name, Method.of(directory.manifest())));
        return methods;
    }
}
