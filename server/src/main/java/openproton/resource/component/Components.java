package openproton.resource.component;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import openproton.api.Component;
import openproton.api.DeploymentTargetResourceType;
import openproton.api.ResourceNotFoundException;
import openproton.change.ComponentTable;
import openproton.change.DeployableTable;
import openproton.change.Deployments;
import openproton.change.Phase;
import openproton.change.StoredComponent;
import openproton.change.StoredDeployment;
import openproton.request.Quotas;
import openproton.request.Scope;
import openproton.resource.tag.Tags;
import openproton.store.Transaction;

/// What all operations on components share.
///
/// @param deployments provisions them
/// @param rules where they may be deployed and attached
public record Components(Deployments deployments, ComponentRules rules, Quotas quotas, InstantSource clock) {

    static Optional<StoredComponent> find(Transaction tx, Scope scope, String name) {
        return new ComponentTable(tx).find(scope, name);
    }

    /// @throws ResourceNotFoundException when there is no such component
    static StoredComponent get(Transaction tx, Scope scope, String name) {
        return find(tx, scope, name)
                .orElseThrow(() -> new ResourceNotFoundException("component '%s' does not exist".formatted(name)));
    }

    /// The component in detail, as it is now.
    static Optional<Component> show(Transaction tx, Scope scope, String name) {
        return find(tx, scope, name)
                .map(found -> ComponentViews.inDetail(
                        found, new DeployableTable(tx).token(found.deployable().arn())));
    }

    /// The managed tags that say what a component is attached to; empty ones while it is detached.
    static Map<String, Optional<String>> attachmentTags(Scope scope, Optional<StoredComponent.Attachment> attachment) {
        var tags = new LinkedHashMap<String, Optional<String>>();
        tags.put("proton:service", attachment.map(named -> scope.arn("service/" + named.service())));
        tags.put(
                "proton:service-instance",
                attachment.map(named -> named.target(scope).arn()));
        return tags;
    }

    /// Forgets what belongs to a component alone, once its deployable is gone.
    public static void settled(Transaction tx, StoredDeployment deployment) {
        boolean gone = deployment.phase() instanceof Phase.DeleteComplete;
        if (gone && deployment.target().type() == DeploymentTargetResourceType.COMPONENT) {
            new ComponentTable(tx).delete(deployment.target().arn());
            new Tags(tx).forget(deployment.target().arn());
        }
    }
}
