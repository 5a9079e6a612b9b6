package openproton.resource.environment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.DeploymentTargetResourceType;
import openproton.api.ResourceNotFoundException;
import openproton.api.TemplateType;
import openproton.change.Deployments;
import openproton.change.Phase;
import openproton.change.Settlement;
import openproton.change.StoredDeployment;
import openproton.change.Target;
import openproton.render.spec.EnvironmentSpec;
import openproton.request.Quotas;
import openproton.request.Scope;
import openproton.resource.tag.Tags;
import openproton.resource.template.TemplateKey;
import openproton.resource.template.version.StoredVersion;
import openproton.resource.template.version.Versions;
import openproton.store.Transaction;

/// What all operations on environments share.
///
/// @param versions what environments are made from
/// @param deployments provisions them
/// @param rules what an environment needs to be provisioned
public record Environments(
        Versions versions, Deployments deployments, Settlement settlement, EnvironmentRules rules, Quotas quotas) {

    Optional<StoredEnvironment> find(Transaction tx, Scope scope, String name) {
        return new EnvironmentTable(tx).find(scope, name);
    }

    /// @throws ResourceNotFoundException when there is no such environment
    StoredEnvironment get(Transaction tx, Scope scope, String name) {
        return find(tx, scope, name)
                .orElseThrow(() -> new ResourceNotFoundException("environment '%s' does not exist".formatted(name)));
    }

    static TemplateKey template(Caller caller, String name) {
        return new TemplateKey(Scope.of(caller), TemplateType.ENVIRONMENT, name);
    }

    /// Brings an environment that nothing is provisioned for to its end at once: its spec values are its outputs.
    void finishCustomerManaged(Transaction tx, StoredDeployment deployment, StoredVersion version) {
        Map<String, Object> inputs = SpecCheck.effective(
                version, EnvironmentSpec.parse(deployment.request().spec()));
        settlement.succeed(tx, deployment.id(), SpecCheck.asOutputs(inputs), List.of());
    }

    /// Forgets what belongs to an environment alone, once its deployable is gone.
    public static void settled(Transaction tx, StoredDeployment deployment) {
        Target target = deployment.target();
        boolean gone = deployment.phase() instanceof Phase.DeleteComplete;
        if (gone && target.type() == DeploymentTargetResourceType.ENVIRONMENT) {
            new EnvironmentTable(tx).delete(target.arn());
            new Tags(tx).forget(target.arn());
        }
    }
}
