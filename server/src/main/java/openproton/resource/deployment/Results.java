package openproton.resource.deployment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.Output;
import openproton.api.ProvisionedResource;
import openproton.api.ResourceNotFoundException;
import openproton.change.Deployable;
import openproton.change.DeployableTable;
import openproton.change.FoundDeployment;
import openproton.change.StoredDeployment;
import openproton.change.Target;
import openproton.store.Transaction;

/// What deployments put out and provisioned, as all lists of outputs and resources show it: complete, in one page.
public record Results(Transaction tx) {
    private static final int VALUE_LENGTH_MAX = 1024;

    /// The outputs of a resource, or those of one of its deployments.
    ///
    /// @throws ResourceNotFoundException when there is no such resource, or the deployment is not one of its own
    public List<Output> outputs(Target target, Optional<String> deployment) {
        Deployable deployable = find(target);
        Map<String, String> outputs = deployment
                .map(id -> FoundDeployment.of(tx, target.scope(), id))
                .filter(found -> refuseOther(found, deployable))
                .map(found -> found.traces().outputs())
                .orElse(deployable.provisioned().outputs());
        return shown(outputs);
    }

    /// What the last successful deployment of a resource provisioned.
    ///
    /// @throws ResourceNotFoundException when there is no such resource
    public List<ProvisionedResource> resources(Target target) {
        return find(target).provisioned().resources();
    }

    private Deployable find(Target target) {
        return new DeployableTable(tx)
                .find(target.arn())
                .orElseThrow(() -> new ResourceNotFoundException(target.words() + " does not exist"));
    }

    private static boolean refuseOther(StoredDeployment found, Deployable deployable) {
        if (!found.target().arn().equals(deployable.arn())) {
            throw new ResourceNotFoundException("deployment '%s' is not one of %s"
                    .formatted(found.id(), deployable.target().words()));
        }
        return true;
    }

    /// The model has no empty and no longer values: empty ones are left out, longer ones cut.
    private static List<Output> shown(Map<String, String> outputs) {
        return outputs.entrySet().stream()
                .filter(output -> !output.getValue().isEmpty())
                .map(output -> Output.builder()
                        .key(output.getKey())
                        .valueString(cut(output.getValue()))
                        .build())
                .toList();
    }

    private static String cut(String value) {
        return value.length() <= VALUE_LENGTH_MAX ? value : value.substring(0, VALUE_LENGTH_MAX);
    }
}
