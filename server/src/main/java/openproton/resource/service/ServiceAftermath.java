package openproton.resource.service;

import java.util.Optional;
import openproton.api.DeploymentTargetResourceType;
import openproton.change.Phase;
import openproton.change.StoredDeployment;
import openproton.change.Target;
import openproton.render.spec.ServiceSpec;
import openproton.resource.tag.Tags;
import openproton.store.Transaction;
import openproton.work.Jobs;

/// What follows for a service when a deployment of one of its instances, or of its pipeline, is settled.
///
/// @param jobs wakes the work of the service that may wait for it
public record ServiceAftermath(Jobs jobs) {

    /// Keeps the service's spec and tags true, and wakes what waits.
    public void settled(Transaction tx, StoredDeployment deployment) {
        Target target = deployment.target();
        if (target.service().isEmpty()) {
            return;
        }
        if (deployment.phase() instanceof Phase.Succeeded) {
            takeOver(tx, deployment);
        }
        if (deployment.phase() instanceof Phase.DeleteComplete) {
            new Tags(tx).forget(target.arn());
        }
        wake(tx, target.scope().arn("service/" + target.service()));
    }

    /// A success replaces its own section of the service's spec, so that the next spec can be built from that one.
    private static void takeOver(Transaction tx, StoredDeployment deployment) {
        var table = new ServiceTable(tx);
        Target target = deployment.target();
        ServiceSpec deployed = ServiceSpec.parse(deployment.request().spec());
        table.find(target.scope(), target.service()).ifPresent(service -> {
            var specs = new StoredService.Specs(
                    merged(service.specs().current(), deployed, target),
                    service.specs().wanted().map(wanted -> merged(wanted, deployed, target)));
            table.changeSpecs(service.name().arn(), specs);
        });
    }

    /// A spec with the section of one instance, or of the pipeline, as it was deployed; specs without it stay.
    private static String merged(String text, ServiceSpec deployed, Target target) {
        ServiceSpec spec = ServiceSpec.parse(text);
        if (target.type() == DeploymentTargetResourceType.SERVICE_PIPELINE) {
            return deployed.pipeline()
                    .map(inputs -> spec.withPipeline(inputs).toYaml())
                    .orElse(text);
        }
        Optional<String> changed = spec.instance(target.name())
                .flatMap(_ -> deployed.instance(target.name()))
                .map(entry -> spec.withInstance(entry).toYaml());
        return changed.orElse(text);
    }

    private void wake(Transaction tx, String service) {
        jobs.wake(tx, CreationWorkflow.ENTRY, service);
        jobs.wake(tx, EditWorkflow.ENTRY, service);
        jobs.wake(tx, DeletionWorkflow.ENTRY, service);
        jobs.wake(tx, ExtensionWorkflow.ENTRY, service);
    }
}
