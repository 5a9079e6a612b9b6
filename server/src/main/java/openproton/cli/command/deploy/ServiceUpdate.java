package openproton.cli.command.deploy;

import java.util.HashSet;
import java.util.Set;
import openproton.api.ApiModel;
import openproton.api.DeploymentStatus;
import openproton.api.Service;
import openproton.api.ServiceInstanceSummary;
import openproton.api.ServicePipeline;
import openproton.api.UpdateServiceInput;
import openproton.api.UpdateServiceInstanceInput;
import openproton.api.UpdateServicePipelineInput;
import openproton.cli.follow.Follower;
import openproton.cli.follow.PartStatus;
import openproton.cli.follow.ServiceTarget;
import openproton.cli.terminal.CommandContext;
import openproton.cli.wire.ServerClient;
import openproton.cli.wire.TemplateCalls;
import openproton.cli.wire.TemplateReference;
import openproton.cli.wire.VersionInUse;
import openproton.cli.wire.VersionMove;
import openproton.render.bundle.TemplateKind;
import openproton.render.spec.ServiceSpec;

/// Updates a service to a spec and a version, in as many calls as the API needs.
///
/// @param choice the template and the version
/// @param again whether to deploy parts that are up to date
record ServiceUpdate(
        ServerClient client, CommandContext context, Service service, TemplateReference choice, boolean again) {

    /// How far an update got.
    sealed interface Outcome {}

    /// There was nothing to update.
    record UpToDate() implements Outcome {}

    /// The last deployments were started.
    ///
    /// @param shown ids of deployments whose logs were shown already
    record Started(Set<String> shown) implements Outcome {}

    /// Instances could not be added or removed.
    record Failed() implements Outcome {}

    ServiceTarget target() {
        return new ServiceTarget(service.name());
    }

    /// Starts all deployments. Where a call has to wait for deployments of the call before, these are followed.
    Outcome start(String spec) {
        choice.requireSame(target().title(), service.templateName());
        var changes = ServiceChanges.of(ServiceSpec.parse(service.spec()), ServiceSpec.parse(spec), stale());
        if (changes.isEmpty()) {
            return new UpToDate();
        }
        boolean isLast = changes.instances().isEmpty() && !changes.pipeline();
        if (changes.instanceSet().isPresent()) {
            Set<String> old = target().deployments(client);
            changeInstanceSet(changes.instanceSet().get());
            if (!isLast && Follower.ofDeployments(client, context).follow(target(), old) != Follower.End.SUCCEEDED) {
                return new Failed();
            }
        }
        Set<String> shown = isLast ? Set.of() : target().deployments(client);
        changes.instances().forEach(name -> updateInstance(name, spec));
        if (changes.pipeline()) {
            updatePipeline(spec);
        }
        return new Started(shown);
    }

    private void changeInstanceSet(ServiceSpec instances) {
        client.call(
                ApiModel.UPDATE_SERVICE,
                UpdateServiceInput.builder()
                        .name(service.name())
                        .spec(instances.toYaml())
                        .build());
    }

    private void updateInstance(String name, String spec) {
        ServiceInstanceSummary instance = target().instances(client).stream()
                .filter(listed -> listed.name().equals(name))
                .findFirst()
                .orElseThrow();
        var move = move(instance.templateMajorVersion(), instance.templateMinorVersion());
        client.call(
                ApiModel.UPDATE_SERVICE_INSTANCE,
                UpdateServiceInstanceInput.builder()
                        .name(name)
                        .serviceName(service.name())
                        .spec(spec)
                        .deploymentType(move.type())
                        .templateMajorVersion(move.major())
                        .templateMinorVersion(move.minor())
                        .clientToken(context.ids().next())
                        .build());
    }

    private void updatePipeline(String spec) {
        ServicePipeline pipeline = service.pipeline().orElseThrow();
        var move = move(pipeline.templateMajorVersion(), pipeline.templateMinorVersion());
        client.call(
                ApiModel.UPDATE_SERVICE_PIPELINE,
                UpdateServicePipelineInput.builder()
                        .serviceName(service.name())
                        .spec(spec)
                        .deploymentType(move.type())
                        .templateMajorVersion(move.major())
                        .templateMinorVersion(move.minor())
                        .build());
    }

    /// The labels of parts to deploy even with the same inputs: they failed, get another version, or `again` is set.
    private Set<String> stale() {
        var stale = new HashSet<String>();
        for (ServiceInstanceSummary instance : target().instances(client)) {
            if (isStale(
                    instance.deploymentStatus(), instance.templateMajorVersion(), instance.templateMinorVersion())) {
                stale.add(PartStatus.instance(instance.name()));
            }
        }
        service.pipeline()
                .filter(pipeline -> isStale(
                        pipeline.deploymentStatus(), pipeline.templateMajorVersion(), pipeline.templateMinorVersion()))
                .ifPresent(_ -> stale.add(PartStatus.PIPELINE));
        return stale;
    }

    private boolean isStale(DeploymentStatus status, String major, String minor) {
        return again
                || status != DeploymentStatus.SUCCEEDED
                || move(major, minor).changesVersion();
    }

    private VersionMove move(String major, String minor) {
        var inUse = new VersionInUse(service.templateName(), major, minor);
        return VersionMove.to(choice, inUse, new TemplateCalls(client, TemplateKind.SERVICE));
    }
}
