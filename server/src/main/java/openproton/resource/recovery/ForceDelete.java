package openproton.resource.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.ConflictException;
import openproton.api.ForceDeleteInput;
import openproton.api.ForceDeleteOutput;
import openproton.api.ProvisionedResource;
import openproton.api.ResourceNotFoundException;
import openproton.api.ServiceStatus;
import openproton.change.Deployable;
import openproton.change.DeployableTable;
import openproton.change.Deployments;
import openproton.change.Phase;
import openproton.change.Settlement;
import openproton.change.Target;
import openproton.request.Change;
import openproton.request.Scope;
import openproton.resource.service.ServiceTable;
import openproton.resource.service.ServiceWatch;
import openproton.resource.service.Services;
import openproton.resource.service.StoredService;
import openproton.store.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forgets a resource that is `DELETE_FAILED`, or a service with all its parts that are; the infrastructure that is
/// left belongs to its owner alone from then on. Who did it stays in the server's log.
///
/// @param watch told when a service is gone
public record ForceDelete(Deployments deployments, Settlement settlement, ServiceWatch watch)
        implements Change<ForceDeleteInput, ForceDeleteOutput> {
    private static final Logger LOG = LoggerFactory.getLogger(ForceDelete.class);

    @Override
    public ForceDeleteOutput handle(Transaction tx, ForceDeleteInput input, Caller caller) {
        var scope = Scope.of(caller);
        List<Deployable> forgotten = service(tx, scope, input.resourceArn())
                .map(service -> forget(tx, service))
                .orElseGet(() -> List.of(forget(tx, scope, input.resourceArn())));
        List<ProvisionedResource> left = forgotten.stream()
                .flatMap(deployable -> deployable.provisioned().resources().stream())
                .toList();
        tx.afterCommit(() -> LOG.warn(
                "{} was deleted by force by {}; left behind: {}",
                input.resourceArn(),
                caller.principal(),
                left.stream().map(one -> one.identifier().orElse("?")).toList()));
        return new ForceDeleteOutput(left);
    }

    private static Optional<StoredService> service(Transaction tx, Scope scope, String arn) {
        return new ServiceTable(tx)
                .find(arn)
                .filter(found -> found.name().scope().equals(scope));
    }

    private List<Deployable> forget(Transaction tx, StoredService service) {
        if (service.lifecycle().status() != ServiceStatus.DELETE_FAILED) {
            throw new ConflictException("%s is %s; delete it first, and only if that fails by force"
                    .formatted(
                            service.name().words(), service.lifecycle().status().value()));
        }
        var table = new DeployableTable(tx);
        var parts = new ArrayList<>(
                table.instancesOf(service.name().scope(), service.name().name()));
        table.find(Target.pipeline(service.name().scope(), "", service.name().name())
                        .arn())
                .ifPresent(parts::add);
        parts.forEach(part -> settlement.forget(tx, deployments, part));
        Services.forget(tx, service, watch);
        return parts;
    }

    private Deployable forget(Transaction tx, Scope scope, String arn) {
        Deployable deployable = new DeployableTable(tx)
                .find(arn)
                .filter(found -> found.target().scope().equals(scope))
                .orElseThrow(() -> new ResourceNotFoundException(
                        "%s is not the ARN of an environment, service, instance, pipeline or component that exists"
                                .formatted(arn)));
        if (!(deployable.phase() instanceof Phase.DeleteFailed)) {
            throw new ConflictException("%s is %s; delete it first, and only if that fails by force"
                    .formatted(
                            deployable.target().words(),
                            deployable.phase().status().value()));
        }
        settlement.forget(tx, deployments, deployable);
        return deployable;
    }
}
