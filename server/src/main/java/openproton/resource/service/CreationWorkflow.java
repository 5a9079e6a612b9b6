package openproton.resource.service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import openproton.api.ServiceStatus;
import openproton.change.Deployable;
import openproton.change.Phase;
import openproton.change.Settlement;
import openproton.store.Database;
import openproton.store.Transaction;
import openproton.work.FirstStep;
import openproton.work.Verdict;
import openproton.work.Workflow;

/// How a service comes to be: its instances deploy side by side, then its pipeline
/// (docs/behaviour/lifecycle.md#creating-a-service).
public record CreationWorkflow(Database database, Services services, Settlement settlement) {
    static final FirstStep ENTRY = new FirstStep("service-create", "instances");
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// The workflow; its jobs are named by the ARNs of services.
    public Workflow steps() {
        return Workflow.named(ENTRY.workflow(), this::broke)
                .step(ENTRY.step(), arn -> database.read(tx -> instances(ServiceParts.of(tx, arn))))
                .step("pipeline", arn -> database.read(tx -> pipeline(ServiceParts.of(tx, arn))));
    }

    private Verdict instances(ServiceParts parts) {
        if (parts.anyInstanceBusy()) {
            return new Verdict.Wait(PAUSE);
        }
        List<Deployable> failed = parts.instancesThat(phase -> !(phase instanceof Phase.Succeeded));
        if (!failed.isEmpty()) {
            return new Verdict.End(tx -> fail(tx, parts, failed));
        }
        return parts.pipeline()
                .<Verdict>map(pipeline ->
                        new Verdict.Done(tx -> services.deployments().proceed(tx, pipeline.arn())))
                .orElseGet(() -> new Verdict.End(tx -> finish(tx, parts, ServiceStatus.ACTIVE, Optional.empty())));
    }

    private void fail(Transaction tx, ServiceParts parts, List<Deployable> failed) {
        String arns = failed.stream().map(Deployable::arn).collect(Collectors.joining(", "));
        String why = "Service Instance(s): [%s] failed to deploy - canceling pipeline deployment".formatted(arns);
        parts.pipeline().ifPresent(pipeline -> settlement.failWaiting(tx, pipeline.arn(), why));
        finish(
                tx,
                parts,
                ServiceStatus.CREATE_FAILED,
                Optional.of("Service Instance(s): [%s] failed to deploy".formatted(arns)));
    }

    private Verdict pipeline(ServiceParts parts) {
        Deployable pipeline = parts.pipeline().orElseThrow();
        return switch (pipeline.phase()) {
            case Phase.Busy _ -> new Verdict.Wait(PAUSE);
            case Phase.Succeeded _ -> new Verdict.End(tx -> finish(tx, parts, ServiceStatus.ACTIVE, Optional.empty()));
            case Phase.Settled settled ->
                new Verdict.End(tx -> finish(tx, parts, ServiceStatus.CREATE_FAILED, settled.why()));
        };
    }

    private void finish(Transaction tx, ServiceParts parts, ServiceStatus status, Optional<String> why) {
        new ServiceTable(tx).move(parts.service(), status, why);
    }

    private void broke(Transaction tx, String arn, String why) {
        new ServiceTable(tx)
                .find(arn)
                .ifPresent(service -> new ServiceTable(tx)
                        .move(service, ServiceStatus.CREATE_FAILED_CLEANUP_FAILED, Optional.of(why)));
    }
}
