package openproton.resource.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import openproton.api.ApiException;
import openproton.api.ResourceNotFoundException;
import openproton.api.ResourceSyncAttempt;
import openproton.api.ResourceSyncStatus;
import openproton.api.TemplateVersionStatus;
import openproton.base.FileTree;
import openproton.git.GitConnections;
import openproton.git.GitException;
import openproton.render.BundleException;
import openproton.resource.repository.Repositories;
import openproton.resource.template.StoredVersion;
import openproton.resource.template.VersionKey;
import openproton.resource.template.Versions;
import openproton.store.Database;
import openproton.store.Transaction;
import openproton.work.FirstStep;
import openproton.work.Verdict;
import openproton.work.Workflow;

/// Makes drafts of template versions from what a commit holds; one job a major version, so that they never overtake
/// each other. A bundle that cannot be registered ends the attempt with its reason, and the next push has its own.
///
/// @param connections reach the repositories
/// @param versions registers bundles
/// @param bundles keeps what is to be registered
public record TemplateSync(
        Database database, GitConnections connections, Versions versions, SyncedBundles bundles, InstantSource clock) {
    static final FirstStep ENTRY = new FirstStep("template-sync", "sync");
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(15);

    /// Templates that a commit adds together may need each other: so long one waits for the other.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// The workflow; its jobs are named by major versions of templates.
    public Workflow steps() {
        return Workflow.named(ENTRY.workflow(), this::broke).step(ENTRY.step(), this::sync);
    }

    private Verdict sync(String target) {
        var key = VersionKey.of(target + ".0");
        var follower = SyncConfig.Follower.template(
                key.template().scope(), key.template().type(), key.template().name());
        var standing = database.read(tx -> new ResourceSyncTable(tx).find(target));
        var config = database.read(tx -> new SyncConfigTable(tx).find(follower));
        if (standing.isEmpty() || config.isEmpty()) {
            return new Verdict.End(_ -> {});
        }
        return sync(standing.get(), key, config.get());
    }

    private Verdict sync(ResourceSyncTable.Standing standing, VersionKey key, SyncConfig config) {
        Optional<ResourceSyncAttempt> latest = standing.latest();
        Optional<Made> made = standing.version().flatMap(Made::read);
        boolean running = latest.filter(attempt -> attempt.status() == ResourceSyncStatus.IN_PROGRESS)
                .isPresent();
        if (running && made.isPresent()) {
            return await(made.get(), new SyncAttempt(latest.orElseThrow()));
        }
        boolean done = !running
                && latest.filter(attempt -> attempt.targetRevision().equals(standing.desired()))
                        .isPresent();
        if (done) {
            return new Verdict.End(_ -> {});
        }
        SyncAttempt attempt = running
                ? new SyncAttempt(latest.orElseThrow())
                : SyncAttempt.begin(standing, standing.target(), clock.instant());
        return attempt(standing, attempt, key, config);
    }

    private Verdict attempt(
            ResourceSyncTable.Standing standing, SyncAttempt attempt, VersionKey key, SyncConfig config) {
        try {
            String connection = database.read(
                    tx -> Repositories.requireLinked(tx, key.template().scope(), config.branch(), "repository")
                            .connectionArn());
            var revision = attempt.state().targetRevision();
            FileTree files = connections
                    .of(key.template().scope().account())
                    .repository(connection, revision.repositoryName())
                    .files(revision.sha(), revision.directory());
            return register(
                    standing, attempt, key, SyncedBundle.of(key.template().type(), files));
        } catch (GitException.Unreachable passing) {
            return wait(attempt, String.valueOf(passing.getMessage()), RETRY);
        } catch (GitException | BundleException | ApiException refusal) {
            return failed(attempt, String.valueOf(refusal.getMessage()));
        }
    }

    private Verdict register(
            ResourceSyncTable.Standing standing, SyncAttempt attempt, VersionKey key, SyncedBundle bundle) {
        Optional<Made> last = standing.content().flatMap(Made::read);
        if (last.filter(made -> made.content().equals(bundle.content()) && isThere(made))
                .isPresent()) {
            var unchanged = attempt.with("NO_CHANGES", "nothing in the bundle has changed", clock.instant());
            return succeeded(unchanged, last.get());
        }
        StoredVersion.Source source =
                bundles.keep(key, attempt.state().targetRevision().sha(), bundle.files());
        try {
            return begin(attempt, key, bundle, source);
        } catch (ApiException refusal) {
            if (mayPass(refusal, attempt, key)) {
                return wait(attempt, String.valueOf(refusal.getMessage()), PAUSE);
            }
            throw refusal;
        }
    }

    /// Whether what is missing may come with the same commit: environment templates, and the major versions before.
    private boolean mayPass(ApiException refusal, SyncAttempt attempt, VersionKey key) {
        boolean patient = clock.instant().isBefore(attempt.state().startedAt().plus(PATIENCE));
        return patient && (refusal instanceof ResourceNotFoundException || isMajorBeforeUnderWay(key));
    }

    private boolean isMajorBeforeUnderWay(VersionKey key) {
        String majors = key.template().arn() + ":";
        return database.read(tx -> new ResourceSyncTable(tx).below(majors)).stream()
                .filter(other -> Long.parseLong(other.target().substring(majors.length())) < key.major())
                .anyMatch(ResourceSyncTable.Standing::isUnderWay);
    }

    /// Says what an attempt waits for.
    private Verdict wait(SyncAttempt attempt, String why, Duration pause) {
        var waiting =
                attempt.waiting("WAITING", "waiting: " + why, clock.instant()).state();
        database.change(tx -> new ResourceSyncTable(tx).attempt(waiting.target(), waiting, Optional.empty()));
        return new Verdict.Wait(pause);
    }

    private Verdict begin(SyncAttempt attempt, VersionKey key, SyncedBundle bundle, StoredVersion.Source source) {
        database.change(tx -> {
            StoredVersion version = versions.createSynced(tx, key, source, bundle.relations(), attempt.describe());
            var begun = attempt.with(
                    "REGISTRATION_STARTED",
                    "registering version " + version.key().number(),
                    version.key().arn(),
                    clock.instant());
            new ResourceSyncTable(tx)
                    .attempt(
                            attempt.state().target(),
                            begun.state(),
                            Optional.of(new Made(version.key().arn(), bundle.content()).text()));
        });
        return new Verdict.Wait(PAUSE);
    }

    private Verdict await(Made made, SyncAttempt attempt) {
        Optional<StoredVersion> version = database.read(tx -> versions.findByArn(tx, made.arn()));
        if (version.isEmpty()) {
            return failed(attempt, "version %s was deleted while it was registered".formatted(made.arn()));
        }
        TemplateVersionStatus status = version.get().registration().status();
        return switch (status) {
            case REGISTRATION_IN_PROGRESS -> new Verdict.Wait(PAUSE);
            case REGISTRATION_FAILED ->
                failed(attempt, version.get().registration().message());
            case DRAFT, PUBLISHED -> {
                var after =
                        attempt.with("REGISTRATION_SUCCEEDED", "registered as a draft", made.arn(), clock.instant());
                yield succeeded(after, made);
            }
        };
    }

    /// Keeps a success; the job then looks whether there is more to follow meanwhile.
    private Verdict succeeded(SyncAttempt attempt, Made made) {
        var ended = attempt.as(ResourceSyncStatus.SUCCEEDED).state();
        database.change(tx -> new ResourceSyncTable(tx).succeed(ended.target(), ended, made.text(), Optional.empty()));
        return new Verdict.Wait(Duration.ZERO);
    }

    private Verdict failed(SyncAttempt attempt, String why) {
        Instant now = clock.instant();
        var ended = attempt.with("REGISTRATION_FAILED", why, now).as(ResourceSyncStatus.FAILED);
        database.change(
                tx -> new ResourceSyncTable(tx).attempt(attempt.state().target(), ended.state(), Optional.empty()));
        return new Verdict.Wait(Duration.ZERO);
    }

    private boolean isThere(Made made) {
        return database.read(tx -> versions.findByArn(tx, made.arn())).isPresent();
    }

    private void broke(Transaction tx, String target, String why) {
        var table = new ResourceSyncTable(tx);
        table.find(target).flatMap(ResourceSyncTable.Standing::latest).ifPresent(latest -> {
            var ended = new SyncAttempt(latest).with("REGISTRATION_FAILED", why, clock.instant());
            table.attempt(target, ended.as(ResourceSyncStatus.FAILED).state(), Optional.empty());
        });
    }

    /// A version that was made, as the table keeps it.
    ///
    /// @param content what it was made from
    private record Made(String arn, String content) {

        static Optional<Made> read(String text) {
            int between = text.indexOf(' ');
            return between < 0
                    ? Optional.empty()
                    : Optional.of(new Made(text.substring(0, between), text.substring(between + 1)));
        }

        String text() {
            return arn + " " + content;
        }
    }
}
