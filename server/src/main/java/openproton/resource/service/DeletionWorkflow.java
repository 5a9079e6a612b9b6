package openproton.resource.service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openproton.api.ServiceStatus;
import openproton.resource.deployment.Deployable;
import openproton.store.Transaction;
import openproton.work.FirstStep;
import openproton.work.Verdict;
import openproton.work.Workflow;

/// How a service goes: its pipeline first, because that reads what instances put out, then its instances side by side
/// (resources and lifecycle, §8.3).
///
/// @param watch told when it is gone
public record DeletionWorkflow(Services services, ServiceWatch watch) {
    static final FirstStep ENTRY = new FirstStep("service-delete", "pipeline");
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// The workflow; its jobs are named by the ARNs of services.
    public Workflow steps() {
        return Workflow.named(ENTRY.workflow(), this::broke)
                .step(ENTRY.step(), arn -> services.database().read(tx -> pipeline(Parts.of(tx, arn))))
                .step("instances", arn -> services.database().read(tx -> instances(Parts.of(tx, arn))));
    }

    private Verdict pipeline(Parts parts) {
        if (parts.pipeline().filter(Deployable::isBusy).isPresent()) {
            return new Verdict.Wait(PAUSE);
        }
        return new Verdict.Done(tx ->
                parts.instances().forEach(instance -> services.deployments().releaseOf(tx, instance.arn())));
    }

    private Verdict instances(Parts parts) {
        if (parts.anyInstanceBusy()) {
            return new Verdict.Wait(PAUSE);
        }
        List<Deployable> left = Stream.concat(parts.instances().stream(), parts.pipeline().stream())
                .toList();
        if (left.isEmpty()) {
            return new Verdict.End(tx -> Services.forget(tx, parts.service(), watch));
        }
        String arns = left.stream().map(Deployable::arn).collect(Collectors.joining(", "));
        var why = Optional.of("Could not be removed: [%s]; delete the service again to retry".formatted(arns));
        return new Verdict.End(tx -> new ServiceTable(tx).move(parts.service(), ServiceStatus.DELETE_FAILED, why));
    }

    private void broke(Transaction tx, String arn, String why) {
        new ServiceTable(tx)
                .find(arn)
                .ifPresent(
                        service -> new ServiceTable(tx).move(service, ServiceStatus.DELETE_FAILED, Optional.of(why)));
    }
}
