package openproton.resource.deployment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.ConflictException;
import openproton.api.NotifyResourceDeploymentStatusChangeInput;
import openproton.api.NotifyResourceDeploymentStatusChangeOutput;
import openproton.api.Output;
import openproton.api.ResourceDeploymentStatus;
import openproton.api.ResourceNotFoundException;
import openproton.api.ValidationException;
import openproton.base.Arn;
import openproton.change.DeploymentTable;
import openproton.change.Deployments;
import openproton.change.FoundDeployment;
import openproton.change.Settlement;
import openproton.change.StoredDeployment;
import openproton.change.Target;
import openproton.change.order.Orders;
import openproton.request.Change;
import openproton.request.Scope;
import openproton.store.Transaction;

/// Automation tells how a deployment goes and what it put out. Of a build that is still running the outputs are kept,
/// and a reported failure decides at its end; its exit status decides otherwise
/// (docs/behaviour/provisioning.md#notifications).
public record NotifyResourceDeploymentStatusChange(Deployments deployments, Settlement settlement, Orders orders)
        implements Change<NotifyResourceDeploymentStatusChangeInput, NotifyResourceDeploymentStatusChangeOutput> {
    @Override
    public NotifyResourceDeploymentStatusChangeOutput handle(
            Transaction tx, NotifyResourceDeploymentStatusChangeInput input, Caller caller) {
        StoredDeployment deployment = deployment(tx, input, scope(input.resourceArn()));
        refuseForeign(tx, deployment, caller);
        notice(tx, deployment, input);

        return new NotifyResourceDeploymentStatusChangeOutput();
    }

    private static StoredDeployment deployment(
            Transaction tx, NotifyResourceDeploymentStatusChangeInput input, Scope scope) {
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

    private static Scope scope(String text) {
        Optional<Arn> arn = Arn.parse(text).filter(named -> named.service().equals("proton"));
        if (arn.isEmpty() || !arn.get().resource().matches("(environment|service|component)/.*")) {
            throw new ValidationException(
                    "resourceArn '%s' is not the ARN of an environment, service instance, pipeline or component"
                            .formatted(text));
        }
        return new Scope(arn.get().account(), arn.get().region());
    }

    /// Only the account of a resource may notify about it, and the account that it is provisioned in
    /// (docs/behaviour/provisioning.md#notifications).
    private void refuseForeign(Transaction tx, StoredDeployment deployment, Caller caller) {
        Target target = deployment.target();
        boolean own = target.scope().equals(Scope.of(caller));
        boolean near = target.scope().region().equals(caller.region())
                && orders.blueprints().sites().account(tx, target).equals(caller.account());
        if (!own && !near) {
            throw new ResourceNotFoundException(target.arn() + " does not exist");
        }
    }

    private void notice(Transaction tx, StoredDeployment deployment, NotifyResourceDeploymentStatusChangeInput input) {
        if (!deployment.isBusy()) {
            refuseUnlessRepeated(deployment, input.status());
            return;
        }
        switch (orders.kind(tx, deployment)) {
            case CLOUDFORMATION, TERRAFORM ->
                throw new ValidationException(
                        "%s is provisioned by this server, which sees for itself how that goes; notifications are for commands and for the automation behind pull requests"
                                .formatted(deployment.target().words()));
            case COMMAND -> note(tx, deployment, input);
            case PULL_REQUEST -> {
                note(tx, deployment, input);
                input.status().ifPresent(status -> end(tx, deployment, status, input.statusMessage()));
            }
        }
    }

    /// Commands end with their own result; what they say meanwhile is kept.
    private void note(Transaction tx, StoredDeployment deployment, NotifyResourceDeploymentStatusChangeInput input) {
        input.outputs().ifPresent(list -> deployments.keepOutputs(tx, deployment, asMap(list)));
        if (input.status().isPresent() || input.statusMessage().isPresent()) {
            boolean failed = input.status().equals(Optional.of(ResourceDeploymentStatus.FAILED));
            deployments.report(tx, deployment, failed, input.statusMessage());
        }
    }

    /// The automation behind a pull request says how it ended.
    private void end(
            Transaction tx, StoredDeployment deployment, ResourceDeploymentStatus status, Optional<String> message) {
        switch (status) {
            case IN_PROGRESS -> {}
            case SUCCEEDED -> settlement.succeedAsReported(tx, deployment, orders.resources(deployment));
            case FAILED -> settlement.fail(tx, deployment.id(), message.orElse("The automation reported a failure."));
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
