package openproton.resource.sync.service;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import openproton.api.ApiException;
import openproton.api.ConflictException;
import openproton.api.ResourceSyncStatus;
import openproton.api.Revision;
import openproton.api.ValidationException;
import openproton.change.Deployable;
import openproton.change.DeployableTable;
import openproton.change.FoundDeployment;
import openproton.change.Phase;
import openproton.change.Target;
import openproton.git.GitException;
import openproton.resource.service.ServiceSpecs;
import openproton.resource.service.ServiceTable;
import openproton.resource.service.ServiceViews;
import openproton.resource.service.StoredService;
import openproton.resource.sync.follow.LinkedRepositories;
import openproton.resource.sync.follow.ResourceSyncTable;
import openproton.resource.sync.follow.SyncAttempt;
import openproton.resource.sync.follow.SyncConfig;
import openproton.store.Database;

/// Brings one instance to what its branch says, and with the first one of the ops file the pipeline.
///
/// @param repositories where specs come from
/// @param role does it
public record InstanceSync(Database database, LinkedRepositories repositories, SyncRole role, InstantSource clock) {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofSeconds(15);
    private static final String PIPELINE = "pipeline ";
    private static final String INSTANCE = "instance ";

    /// The turn of an instance.
    ///
    /// @param position how far it has followed
    /// @param leads whether it is the first one of the ops file, whose spec says how the pipeline is
    record Turn(SyncConfig config, ResourceSyncTable.SyncPosition position, boolean leads) {

        Target target() {
            var service = config.follower();
            String name = position.target().substring(service.targets().length());
            return Target.instance(service.scope(), "", service.name(), name);
        }
    }

    /// Does what can be done for an instance now.
    ///
    /// @return when to look again; empty when nothing is left to do before somebody pushes or resolves a blocker
    Optional<Duration> go(Turn turn) {
        Optional<SyncAttempt> open = open(turn.position());
        if (open.isEmpty()) {
            return Optional.empty();
        }
        SyncAttempt attempt = open.get();
        boolean begun = turn.position().version().isPresent();
        Optional<StoredBlocker> blocker = database.read(tx -> new SyncBlockerTable(tx)
                .holding(turn.config().follower(), turn.target().name()));
        if (!begun && blocker.isPresent()) {
            var held = attempt.waiting(SyncAttempt.BLOCKED, blocker.get().words(), clock.instant());
            keep(turn, held.as(ResourceSyncStatus.INITIATED), Optional.empty());
            return Optional.empty();
        }
        return tryTo(turn, attempt, begun);
    }

    /// Whether there is something to do that no blocker is known to hold.
    boolean isDue(ResourceSyncTable.SyncPosition position) {
        return open(position).filter(attempt -> !attempt.isHeld()).isPresent();
    }

    /// The attempt that is under way, or has to be made because there is something else to follow now.
    private Optional<SyncAttempt> open(ResourceSyncTable.SyncPosition position) {
        Optional<SyncAttempt> latest = position.latest().map(SyncAttempt::new);
        boolean open = latest.filter(SyncAttempt::isOpen).isPresent();
        boolean current = latest.filter(
                        attempt -> attempt.state().targetRevision().equals(position.desired()))
                .isPresent();
        if (open && (current || position.version().isPresent())) {
            return latest;
        }
        return current
                ? Optional.empty()
                : Optional.of(SyncAttempt.begin(position, position.target(), clock.instant()));
    }

    private Optional<Duration> tryTo(Turn turn, SyncAttempt attempt, boolean begun) {
        try {
            return begun
                    ? await(turn, attempt, turn.position().version().orElseThrow())
                    : bring(turn, attempt, spec(turn, attempt.state().targetRevision()));
        } catch (GitException.Unreachable passing) {
            return wait(turn, attempt, String.valueOf(passing.getMessage()), RETRY);
        } catch (ConflictException busy) {
            return wait(turn, attempt, "waiting: " + busy.getMessage(), PAUSE);
        } catch (GitException | ApiException refusal) {
            return failed(turn, attempt, "SYNC_FAILED", String.valueOf(refusal.getMessage()));
        }
    }

    private String spec(Turn turn, Revision revision) {
        var config = turn.config();
        String path = revision.directory();
        return OpsFile.text(repositories.of(config.follower().scope(), config.branch()), revision.sha(), path)
                .orElseThrow(() -> new ValidationException("branch '%s' has no file '%s', which %s names for %s"
                        .formatted(
                                revision.branch(),
                                path,
                                OpsFile.path(config.path()),
                                turn.target().words())));
    }

    private Optional<Duration> bring(Turn turn, SyncAttempt attempt, String spec) {
        Target target = turn.target();
        Optional<Deployable> instance = instance(turn);
        if (instance.isEmpty()) {
            return begun(turn, attempt, "creating it", INSTANCE, role.create(target, spec, token(attempt)));
        }
        requireSettled(instance.get());
        if (!isThere(instance.get(), spec)) {
            return begun(turn, attempt, "updating it", INSTANCE, role.update(target, spec, token(attempt)));
        }
        return bringPipeline(turn, attempt, spec);
    }

    private static void requireSettled(Deployable busy) {
        if (busy.isBusy()) {
            throw new ConflictException("%s is %s"
                    .formatted(busy.target().words(), busy.phase().status().value()));
        }
    }

    /// Whether an instance is deployed with its entry of a spec.
    private static boolean isThere(Deployable instance, String spec) {
        var deployed = ServiceSpecs.deployed(instance);
        String name = instance.target().name();
        var entry = ServiceSpecs.entry(ServiceSpecs.readChange(spec, deployed), name);
        return instance.phase() instanceof Phase.Succeeded
                && deployed.instance(name).filter(entry::equals).isPresent();
    }

    private Optional<Duration> bringPipeline(Turn turn, SyncAttempt attempt, String spec) {
        var follower = turn.config().follower();
        StoredService service =
                database.read(tx -> new ServiceTable(tx).find(follower.arn())).orElseThrow();
        var stored = service.specs().read();
        var wanted = ServiceSpecs.readChange(spec, stored);
        boolean broken = pipeline(turn)
                .filter(found -> found.phase() instanceof Phase.Failed)
                .isPresent();
        boolean same = wanted.pipeline().isEmpty() || (wanted.pipeline().equals(stored.pipeline()) && !broken);
        return turn.leads() && !same
                ? begun(
                        turn,
                        attempt,
                        "updating the pipeline",
                        PIPELINE,
                        role.updatePipeline(follower.scope(), follower.name(), spec))
                : succeeded(attempt);
    }

    /// Recognizes the attempt should it be made twice; other instances may begin one for the same commit at the same
    /// time.
    private static String token(SyncAttempt attempt) {
        var state = attempt.state();
        String words =
                "%s %s %s".formatted(state.target(), state.targetRevision().sha(), state.startedAt());
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Optional<Duration> begun(
            Turn turn, SyncAttempt attempt, String words, String kind, Optional<String> deployment) {
        String id = deployment.orElseThrow();
        var started = attempt.with("DEPLOYMENT_STARTED", words, id, clock.instant());
        keep(turn, started.as(ResourceSyncStatus.IN_PROGRESS), Optional.of(kind + id));
        return Optional.of(PAUSE);
    }

    /// @param begun the kind of what is deployed, and the deployment
    private Optional<Duration> await(Turn turn, SyncAttempt attempt, String begun) {
        String id = begun.substring(begun.indexOf(' ') + 1);
        var scope = turn.config().follower().scope();
        Phase phase = database.read(tx -> FoundDeployment.of(tx, scope, id)).phase();
        return switch (phase) {
            case Phase.Busy _ -> Optional.of(PAUSE);
            case Phase.Succeeded _ -> deployed(turn, attempt, begun);
            case Phase.Settled ended ->
                failed(turn, attempt, "DEPLOYMENT_FAILED", ended.why().orElse("it was removed"));
        };
    }

    private Optional<Duration> deployed(Turn turn, SyncAttempt attempt, String begun) {
        var done = attempt.waiting("DEPLOYMENT_SUCCEEDED", "deployed " + begun, clock.instant());
        return begun.startsWith(PIPELINE)
                ? succeeded(done)
                : bringPipeline(turn, done, spec(turn, attempt.state().targetRevision()));
    }

    private Optional<Deployable> instance(Turn turn) {
        return database.read(tx -> new DeployableTable(tx).find(turn.target().arn()));
    }

    private Optional<Deployable> pipeline(Turn turn) {
        var service = turn.config().follower();
        return database.read(tx -> ServiceViews.pipeline(tx, new StoredService.Name(service.scope(), service.name())));
    }

    private Optional<Duration> wait(Turn turn, SyncAttempt attempt, String why, Duration pause) {
        var waiting = attempt.waiting("WAITING", why, clock.instant());
        keep(turn, waiting.as(ResourceSyncStatus.IN_PROGRESS), turn.position().version());
        return Optional.of(pause);
    }

    private Optional<Duration> succeeded(SyncAttempt attempt) {
        boolean deployed =
                attempt.state().events().stream().anyMatch(event -> event.type().equals("DEPLOYMENT_SUCCEEDED"));
        var ended =
                deployed ? attempt : attempt.with("NO_CHANGES", "it is deployed like this already", clock.instant());
        var state = ended.as(ResourceSyncStatus.SUCCEEDED).state();
        database.change(tx -> new ResourceSyncTable(tx)
                .succeed(state.target(), state, state.targetRevision().sha(), Optional.empty()));
        return Optional.empty();
    }

    private Optional<Duration> failed(Turn turn, SyncAttempt attempt, String type, String why) {
        var ended = attempt.with(type, why, clock.instant());
        keep(turn, ended.as(ResourceSyncStatus.FAILED), Optional.empty());
        return Optional.empty();
    }

    private void keep(Turn turn, SyncAttempt attempt, Optional<String> begun) {
        database.change(tx -> new ResourceSyncTable(tx).attempt(turn.position().target(), attempt.state(), begun));
    }
}
