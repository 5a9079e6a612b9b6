package openproton.resource.service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import openproton.api.ServiceStatus;
import openproton.resource.deployment.Deployable;
import openproton.resource.deployment.Phase;
import openproton.store.Transaction;
import openproton.work.FirstStep;
import openproton.work.Verdict;
import openproton.work.Workflow;

/// How a service comes to be: its instances deploy side by side, then its pipeline (resources and lifecycle, §3.3).
public record CreationWorkflow(Services services) {
    static final FirstStep ENTRY = new FirstStep("service-create", "instances");
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// The workflow; its jobs are named by the ARNs of services.
    public Workflow steps() {
        return Workflow.named(ENTRY.workflow(), this::broke)
                .step(ENTRY.step(), arn -> services.database().read(tx -> instances(Parts.of(tx, arn))))
                .step("pipeline", arn -> services.database().read(tx -> pipeline(Parts.of(tx, arn))));
    }

    private Verdict instances(Parts parts) {
        if (parts.anyInstanceBusy()) {
            return new Verdict.Wait(PAUSE);
        }
        List<Deployable> failed = parts.instancesThat(phase -> !(phase instanceof Phase.Succeeded));
        if (!failed.isEmpty()) {
            return new Verdict.End(tx -> fail(tx, parts, failed));
        }
        return parts.pipeline()
                .<Verdict>map(pipeline ->
                        new Verdict.Done(tx -> services.deployments().releaseOf(tx, pipeline.arn())))
                .orElseGet(() -> new Verdict.End(tx -> finish(tx, parts, ServiceStatus.ACTIVE, Optional.empty())));
    }

    private void fail(Transaction tx, Parts parts, List<Deployable> failed) {
        String arns = failed.stream().map(Deployable::arn).collect(Collectors.joining(", "));
        String why = "Service Instance(s): [%s] failed to deploy - canceling pipeline deployment".formatted(arns);
        parts.pipeline().ifPresent(pipeline -> services.deployments().failOf(tx, pipeline.arn(), why));
        finish(
                tx,
                parts,
                ServiceStatus.CREATE_FAILED,
                Optional.of("Service Instance(s): [%s] failed to deploy".formatted(arns)));
    }

    private Verdict pipeline(Parts parts) {
        Deployable pipeline = parts.pipeline().orElseThrow();
        return switch (pipeline.standing().phase()) {
            case Phase.Busy _ -> new Verdict.Wait(PAUSE);
            case Phase.Succeeded _ -> new Verdict.End(tx -> finish(tx, parts, ServiceStatus.ACTIVE, Optional.empty()));
            case Phase.Settled settled ->
                new Verdict.End(tx -> finish(tx, parts, ServiceStatus.CREATE_FAILED, settled.why()));
        };
    }

    private void finish(Transaction tx, Parts parts, ServiceStatus status, Optional<String> why) {
        new ServiceTable(tx).move(parts.service(), status, why);
    }

    private void broke(Transaction tx, String arn, String why) {
        new ServiceTable(tx)
                .find(arn)
                .ifPresent(service -> new ServiceTable(tx)
                        .move(service, ServiceStatus.CREATE_FAILED_CLEANUP_FAILED, Optional.of(why)));
    }
}
