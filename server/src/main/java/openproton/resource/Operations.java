package openproton.resource;

import java.util.List;
import java.util.stream.Stream;
import openproton.api.Operation;
import openproton.resource.account.AccountOperations;
import openproton.resource.component.ComponentOperations;
import openproton.resource.connection.ConnectionOperations;
import openproton.resource.deployment.DeploymentOperations;
import openproton.resource.deployment.Orders;
import openproton.resource.environment.EnvironmentOperations;
import openproton.resource.instance.InstanceOperations;
import openproton.resource.pipeline.PipelineOperations;
import openproton.resource.preview.PreviewOperations;
import openproton.resource.preview.Rehearsals;
import openproton.resource.recovery.RecoveryOperations;
import openproton.resource.repository.RepositoryOperations;
import openproton.resource.service.ServiceOperations;
import openproton.resource.tag.TagOperations;
import openproton.resource.template.TemplateOperations;

/// The table of contents: every operation that this server answers, folder by folder.
///
/// @param shared what all folders use
public record Operations(Resources shared) {

    /// Every operation.
    public List<Operation<?, ?>> all() {
        Orders orders = shared.orders(shared.blueprints());
        var rehearsals = new Rehearsals(shared.database(), other -> new Operations(shared.on(other)).all());
        return Stream.of(
                        new AccountOperations(shared.database()).all(),
                        new TemplateOperations(shared.templates(), shared.versions(), shared.pages(), shared.buckets())
                                .all(),
                        new EnvironmentOperations(shared.environments(), shared.results(), shared.pages()).all(),
                        new ServiceOperations(
                                        shared.services(),
                                        shared.quotas(),
                                        shared.pages(),
                                        shared.sync().watch())
                                .all(),
                        new InstanceOperations(
                                        shared.services(),
                                        shared.results(),
                                        shared.quotas(),
                                        shared.pages(),
                                        shared.sync().watch())
                                .all(),
                        new PipelineOperations(shared.services(), shared.results()).all(),
                        new RepositoryOperations(shared.repositories(), shared.pages()).all(),
                        shared.sync().operations(),
                        new ConnectionOperations(shared.connections(), shared.pages()).all(),
                        new ComponentOperations(shared.components(), shared.results(), shared.pages()).all(),
                        new DeploymentOperations(
                                        shared.database(), shared.deployments(), orders, shared.pages(), shared.logs())
                                .all(),
                        new PreviewOperations(rehearsals, shared.versions(), orders, shared.jinja()).all(),
                        new RecoveryOperations(
                                        shared.database(),
                                        shared.deployments(),
                                        orders.blueprints(),
                                        shared.idempotency(),
                                        shared.sync().watch())
                                .all(),
                        new TagOperations(shared.database(), shared.pages()).all())
                .flatMap(List::stream)
                .toList();
    }
}
