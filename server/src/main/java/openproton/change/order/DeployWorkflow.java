package openproton.change.order;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.ConflictException;
import openproton.api.ProvisionedResource;
import openproton.change.ArchiveTable;
import openproton.change.DeployableTable;
import openproton.change.DeploymentTable;
import openproton.change.Deployments;
import openproton.change.Phase;
import openproton.change.Settlement;
import openproton.change.StoredDeployment;
import openproton.provision.Engine;
import openproton.provision.Progress;
import openproton.render.RenderException;
import openproton.render.bundle.BundleArchive;
import openproton.render.codebuild.BuildOutputs;
import openproton.render.terraform.TerraformFiles;
import openproton.store.Database;
import openproton.store.Transaction;
import openproton.work.Verdict;
import openproton.work.Workflow;

/// How every deployment goes: render, provision, watch. Serves environments, instances and pipelines with all engines.
///
/// @param deployments keeps what deployments wait for
/// @param settlement ends them
/// @param orders what engines are asked to do
public record DeployWorkflow(
        Database database, Deployments deployments, Settlement settlement, Orders orders, InstantSource clock) {
    private static final Duration PAUSE_BETWEEN_LOOKS = Duration.ofMillis(500);

    /// The workflow; its jobs are named by the ids of deployments.
    public Workflow steps() {
        return Workflow.named(Deployments.ENTRY.workflow(), settlement::fail)
                .step(Deployments.ENTRY.step(), id -> render(load(id)))
                .step("provision", id -> provision(load(id)))
                .step("watch", id -> find(id).map(this::watch).orElseGet(Verdict::done))
                .step("settle", this::settle);
    }

    private StoredDeployment load(String id) {
        return find(id).orElseThrow();
    }

    private Optional<StoredDeployment> find(String id) {
        return database.read(tx -> new DeploymentTable(tx).find(id));
    }

    private Verdict render(StoredDeployment deployment) {
        return switch (deployment.phase()) {
            case Phase.Settled _ -> new Verdict.End(_ -> {});
            case Phase.Cancelling _ -> new Verdict.End(tx -> settlement.cancelled(tx, deployment.id()));
            case Phase.DeleteInProgress _, Phase.DeleteWaiting _ -> takeLastFiles(deployment);
            case Phase.InProgress _, Phase.UpdateWaiting _ -> renderFiles(deployment);
        };
    }

    private Verdict renderFiles(StoredDeployment deployment) {
        try {
            Blueprints.Blueprint blueprint =
                    database.read(tx -> orders.blueprints().of(tx, deployment));
            byte[] files = BundleArchive.pack(blueprint.files());
            String archive = deployment.id();
            return new Verdict.Done(tx -> {
                new ArchiveTable(tx).insert(archive, files);
                keep(tx, deployment, Optional.of(blueprint.inputs()), archive, blueprint.warning());
                new DeployableTable(tx).ranFirst(deployment.target().arn(), archive);
            });
        } catch (RenderException | ConflictException refusal) {
            return new Verdict.Fail(String.valueOf(refusal.getMessage()));
        }
    }

    /// Removing runs what the last good deployment ran; without one there is nothing to remove.
    private Verdict takeLastFiles(StoredDeployment deployment) {
        Optional<String> archive = database.read(tx ->
                new DeployableTable(tx).get(deployment.target()).provisioned().archive());
        return archive.map(id -> takeFiles(deployment, id))
                .orElseGet(() -> new Verdict.End(tx -> settlement.succeed(tx, deployment.id(), Map.of(), List.of())));
    }

    private Verdict takeFiles(StoredDeployment deployment, String archive) {
        try {
            return switch (database.read(tx -> orders.kind(tx, deployment))) {
                case PULL_REQUEST -> takeMarkedFiles(deployment, archive);
                case CLOUDFORMATION, COMMAND, TERRAFORM ->
                    new Verdict.Done(tx -> keep(tx, deployment, Optional.empty(), archive, Optional.empty()));
            };
        } catch (ConflictException refusal) {
            return new Verdict.Fail(String.valueOf(refusal.getMessage()));
        }
    }

    /// A request to remove something has the same files, but they say so.
    private Verdict takeMarkedFiles(StoredDeployment deployment, String archive) {
        byte[] files = database.read(tx -> new ArchiveTable(tx).find(archive)).orElseThrow();
        byte[] marked = BundleArchive.pack(TerraformFiles.deleted(BundleArchive.unpack(files)));
        String own = deployment.id();
        return new Verdict.Done(tx -> {
            new ArchiveTable(tx).insert(own, marked);
            keep(tx, deployment, Optional.empty(), own, Optional.empty());
        });
    }

    private void keep(
            Transaction tx,
            StoredDeployment deployment,
            Optional<String> inputs,
            String archive,
            Optional<String> warning) {
        var engine = Optional.of(orders.kind(tx, deployment));
        var rendered = new StoredDeployment.Rendered(inputs, Optional.of(archive), warning, engine);
        new DeploymentTable(tx).keepRendered(deployment.id(), rendered, clock.instant());
    }

    private Verdict provision(StoredDeployment deployment) {
        if (deployment.phase() instanceof Phase.Cancelling) {
            return new Verdict.Done(tx -> settlement.cancelled(tx, deployment.id()));
        }
        if (deployment.phase() instanceof Phase.Settled) {
            return Verdict.done();
        }
        try {
            orders.engine(deployment).start(orders.of(deployment));
            return Verdict.done();
        } catch (ConflictException refusal) {
            return new Verdict.Fail(String.valueOf(refusal.getMessage()));
        }
    }

    private Verdict watch(StoredDeployment deployment) {
        if (deployment.phase() instanceof Phase.Settled) {
            return Verdict.done();
        }
        Engine engine = orders.engine(deployment);
        if (deployment.phase() instanceof Phase.Cancelling) {
            engine.cancel(deployment.id());
        }
        return switch (engine.look(deployment.id())) {
            case Progress.Running(var waitsFor) -> await(deployment, engine, waitsFor);
            case Progress.Finished finished -> finish(deployment, engine, finished);
            case Progress.Broken(var why) -> new Verdict.Fail(why);
            case Progress.Cancelled() -> new Verdict.End(tx -> stopped(tx, deployment));
        };
    }

    private Verdict await(StoredDeployment deployment, Engine engine, Optional<String> waitsFor) {
        Duration wanted = engine.lookAgainIn(deployment.id());
        return new Verdict.Wait(
                wanted.compareTo(PAUSE_BETWEEN_LOOKS) < 0 ? PAUSE_BETWEEN_LOOKS : wanted,
                tx -> deployments.await(tx, deployment.id(), waitsFor));
    }

    /// A pull request that is closed was turned down by people; a build that ends so was killed.
    private void stopped(Transaction tx, StoredDeployment deployment) {
        switch (orders.kind(tx, deployment)) {
            case PULL_REQUEST -> settlement.rejected(tx, deployment.id());
            case CLOUDFORMATION, COMMAND, TERRAFORM -> settlement.cancelled(tx, deployment.id());
        }
    }

    private Verdict finish(StoredDeployment deployment, Engine engine, Progress.Finished finished) {
        if (deployment.traces().failure().isPresent()) {
            return new Verdict.Fail(deployment.traces().failure().get());
        }
        try {
            Map<String, String> outputs = outputs(deployment, engine, finished);
            List<ProvisionedResource> resources = finished.resources().stream()
                    .map(ProvisionedResources::toApi)
                    .toList();
            return new Verdict.End(tx -> settlement.succeed(tx, deployment.id(), outputs, resources));
        } catch (RenderException broken) {
            return new Verdict.Fail(
                    "The commands succeeded, but their outputs cannot be read: %s".formatted(broken.getMessage()));
        }
    }

    /// A deployment that a notification ended may have left a proposal open. When it ended badly, nobody shall
    /// apply that; when it ended well, it says what is applied. The engines are asked by the id alone: what the
    /// deployment was for may be gone.
    private Verdict settle(String id) {
        boolean badly = find(id).map(deployment -> switch (deployment.phase()) {
                    case Phase.Failed _, Phase.Cancelled _, Phase.DeleteFailed _ -> true;
                    case Phase.Succeeded _, Phase.DeleteComplete _, Phase.Busy _ -> false;
                })
                .orElse(true);
        if (badly) {
            return orders.engines().takeBack(id) ? Verdict.done() : new Verdict.Wait(PAUSE_BETWEEN_LOOKS);
        }
        orders.engines().leave(id);
        return Verdict.done();
    }

    /// Outputs that were reported win over those the commands left in a file.
    private static Map<String, String> outputs(StoredDeployment deployment, Engine engine, Progress.Finished finished) {
        if (!deployment.traces().outputs().isEmpty()) {
            return deployment.traces().outputs();
        }
        return engine.outputsFile(deployment.id()).map(BuildOutputs::parse).orElse(finished.outputs());
    }
}
