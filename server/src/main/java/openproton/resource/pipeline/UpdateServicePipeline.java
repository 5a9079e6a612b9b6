package openproton.resource.pipeline;

import openproton.api.Caller;
import openproton.api.UpdateServicePipelineInput;
import openproton.api.UpdateServicePipelineOutput;
import openproton.change.Deployable;
import openproton.change.Start;
import openproton.render.spec.ServiceSpec;
import openproton.request.Change;
import openproton.request.Idempotency;
import openproton.request.Scope;
import openproton.resource.service.ServiceSpecs;
import openproton.resource.service.ServiceViews;
import openproton.resource.service.Services;
import openproton.resource.service.StoredService;
import openproton.resource.template.version.StoredVersion;
import openproton.resource.template.version.VersionChoice;
import openproton.store.Transaction;

/// Changes the spec or the template version of a pipeline and deploys it again; only the spec's pipeline section
/// counts.
public record UpdateServicePipeline(Services services)
        implements Change<UpdateServicePipelineInput, UpdateServicePipelineOutput> {

    @Override
    public UpdateServicePipelineOutput handle(Transaction tx, UpdateServicePipelineInput input, Caller caller) {
        var choice =
                new VersionChoice(input.deploymentType(), input.templateMajorVersion(), input.templateMinorVersion());
        var scope = Scope.of(caller);
        StoredService service = services.get(tx, scope, input.serviceName());
        Deployable pipeline = Pipelines.get(tx, service);
        Pipelines.requireFree(service, pipeline);
        update(tx, service, pipeline, input.spec(), choice);
        Idempotency.modified(tx, scope, service.name().arn());
        return new UpdateServicePipelineOutput(ServiceViews.pipeline(Pipelines.get(tx, service)));
    }

    private void update(Transaction tx, StoredService service, Deployable pipeline, String text, VersionChoice choice) {
        ServiceSpec stored = service.specs().read();
        ServiceSpec given = ServiceSpecs.readChange(text, stored);
        ServiceSpec wanted = given.pipeline().map(stored::withPipeline).orElse(stored);
        var template =
                Services.template(service.name().scope(), pipeline.version().template());
        StoredVersion version = choice.version(tx, services.versions(), template, pipeline.version());
        ServiceSpecs.checkPipeline(wanted, version);
        if (choice.deploys()) {
            services.placement().requirePipeline(tx, service.name().scope(), version);
            services.deployments().update(tx, pipeline, version.key().inShort(), wanted.toYaml(), Start.NOW);
        }
    }
}
