package openproton.resource.service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import openproton.api.ServiceStatus;
import openproton.resource.deployment.Deployable;
import openproton.resource.deployment.Phase;
import openproton.store.Transaction;
import openproton.work.FirstStep;
import openproton.work.Verdict;
import openproton.work.Workflow;

/// How a service takes in one instance that was created by itself: it waits for the instance, which stays for
/// inspection when it fails.
public record ExtensionWorkflow(Services services) {
    /// Where it begins; started by CreateServiceInstance.
    public static final FirstStep ENTRY = new FirstStep("service-extend", "wait");

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// The workflow; its jobs are named by the ARNs of services.
    public Workflow steps() {
        return Workflow.named(ENTRY.workflow(), this::broke)
                .step(ENTRY.step(), arn -> services.database().read(tx -> look(Parts.of(tx, arn))));
    }

    private Verdict look(Parts parts) {
        List<Deployable> first = parts.instances().stream()
                .filter(instance -> !instance.hasSucceeded())
                .toList();
        if (first.stream().anyMatch(Deployable::isBusy)) {
            return new Verdict.Wait(PAUSE);
        }
        Optional<String> why = first.stream()
                .filter(instance -> instance.standing().phase() instanceof Phase.Failed
                        || instance.standing().phase() instanceof Phase.Cancelled)
                .findFirst()
                .map(instance -> "%s failed to deploy: %s"
                        .formatted(
                                instance.target().words(),
                                instance.standing().phase().why().orElse("")));
        ServiceStatus end = why.isPresent() ? ServiceStatus.UPDATE_FAILED : ServiceStatus.ACTIVE;
        return new Verdict.End(tx -> new ServiceTable(tx).move(parts.service(), end, why));
    }

    private void broke(Transaction tx, String arn, String why) {
        new ServiceTable(tx)
                .find(arn)
                .ifPresent(
                        service -> new ServiceTable(tx).move(service, ServiceStatus.UPDATE_FAILED, Optional.of(why)));
    }
}
