package openproton.resource.deployment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.ConflictException;
import openproton.api.NotifyResourceDeploymentStatusChangeInput;
import openproton.api.NotifyResourceDeploymentStatusChangeOutput;
import openproton.api.Operation;
import openproton.api.Output;
import openproton.api.ResourceDeploymentStatus;
import openproton.api.ResourceNotFoundException;
import openproton.api.ValidationException;
import openproton.base.Arn;
import openproton.resource.request.Scope;
import openproton.resource.template.Method;
import openproton.store.Database;
import openproton.store.Transaction;

/// Automation tells how a deployment goes and what it put out. Of a build that is still running the outputs are kept,
/// and a reported failure decides at its end; its exit status decides otherwise (resources and lifecycle, §5.4).
public record NotifyResourceDeploymentStatusChange(Database database, Deployments deployments, Blueprints blueprints)
        implements Operation<NotifyResourceDeploymentStatusChangeInput, NotifyResourceDeploymentStatusChangeOutput> {
    @Override
    public NotifyResourceDeploymentStatusChangeOutput handle(
            NotifyResourceDeploymentStatusChangeInput input, Caller caller) {
        database.change(tx -> notice(tx, deployment(tx, input, Scope.of(caller)), input));
        return new NotifyResourceDeploymentStatusChangeOutput();
    }

    private static StoredDeployment deployment(
            Transaction tx, NotifyResourceDeploymentStatusChangeInput input, Scope scope) {
        refuseForeign(input.resourceArn(), scope);
        var table = new DeploymentTable(tx);
        if (input.deploymentId().isPresent()) {
            StoredDeployment named =
                    FoundDeployment.of(tx, scope, input.deploymentId().get());
            if (!named.target().arn().equals(input.resourceArn())) {
                throw new ResourceNotFoundException(
                        "deployment '%s' is not one of %s".formatted(named.id(), input.resourceArn()));
            }
            return named;
        }
        return table.busyOf(input.resourceArn())
                .or(() -> table.newestOf(input.resourceArn()))
                .orElseThrow(() -> new ResourceNotFoundException(input.resourceArn() + " does not exist"));
    }

    private static void refuseForeign(String text, Scope scope) {
        Optional<Arn> arn = Arn.parse(text).filter(named -> named.service().equals("proton"));
        if (arn.isEmpty() || !arn.get().resource().matches("(environment|service|component)/.*")) {
            throw new ValidationException(
                    "resourceArn '%s' is not the ARN of an environment, service instance, pipeline or component"
                            .formatted(text));
        }
        if (!scope.equals(new Scope(arn.get().account(), arn.get().region()))) {
            throw new ResourceNotFoundException(text + " does not exist");
        }
    }

    /// CloudFormation tells the server itself how a stack goes (§5.4).
    private void refuseManaged(Transaction tx, StoredDeployment deployment) {
        if (blueprints.method(tx, deployment) == Method.CLOUDFORMATION) {
            throw new ValidationException(
                    "%s is provisioned by CloudFormation, whose status the server reads itself; notifications are for commands and Terraform"
                            .formatted(deployment.target().words()));
        }
    }

    private void notice(Transaction tx, StoredDeployment deployment, NotifyResourceDeploymentStatusChangeInput input) {
        if (!deployment.isBusy()) {
            refuseUnlessRepeated(deployment, input.status());
            return;
        }
        refuseManaged(tx, deployment);
        Optional<List<Output>> outputs = input.outputs();
        outputs.ifPresent(list -> deployments.keepOutputs(tx, deployment, asMap(list)));
        if (input.status().isPresent() || input.statusMessage().isPresent()) {
            boolean failed = input.status().equals(Optional.of(ResourceDeploymentStatus.FAILED));
            deployments.keepNotice(tx, deployment, failed, input.statusMessage());
        }
    }

    private static void refuseUnlessRepeated(StoredDeployment deployment, Optional<ResourceDeploymentStatus> status) {
        boolean repeated = status.map(ResourceDeploymentStatus::value)
                .equals(Optional.of(deployment.phase().status().value()));
        if (!repeated) {
            throw new ConflictException("deployment '%s' of %s is %s and takes no more notifications"
                    .formatted(
                            deployment.id(),
                            deployment.target().words(),
                            deployment.phase().status().value()));
        }
    }

    private static Map<String, String> asMap(List<Output> outputs) {
        var map = new LinkedHashMap<String, String>();
        for (Output output : outputs) {
            String key = output.key().orElseThrow(() -> new ValidationException("every entry of outputs needs a key"));
            map.put(key, output.valueString().orElse(""));
        }
        return map;
    }
}
