package openproton.cli;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import openproton.api.ApiModel;
import openproton.api.Service;
import openproton.api.ServiceInstanceSummary;
import openproton.api.ServicePipeline;
import openproton.api.UpdateServiceInput;
import openproton.api.UpdateServiceInstanceInput;
import openproton.api.UpdateServicePipelineInput;
import openproton.render.bundle.TemplateKind;
import openproton.render.spec.ServiceSpec;

/// Brings a service that exists to a spec and a version, in as many calls as that takes.
///
/// @param choice the wanted template and version
/// @param again whether everything is deployed anew
record ServiceUpdate(ApiClient client, Outside outside, Service service, TemplateChoice choice, boolean again) {

    /// Starts what is needed; where one call has to wait for another, its deployments are followed in between.
    ///
    /// @return whether something was started and nothing failed so far; empty when there was nothing to do
    Optional<Boolean> start(String spec) {
        choice.requireSame("service '%s'".formatted(service.name()), service.templateName());
        var plan = ServicePlan.of(ServiceSpec.parse(service.spec()), ServiceSpec.parse(spec), stale());
        if (plan.isEmpty()) {
            return Optional.empty();
        }
        if (plan.instanceSet().isPresent()
                && !changeInstanceSet(plan.instanceSet().get(), plan)) {
            return Optional.of(false);
        }
        plan.instances().forEach(name -> updateInstance(name, spec));
        if (plan.pipeline()) {
            updatePipeline(spec);
        }
        return Optional.of(true);
    }

    private boolean changeInstanceSet(ServiceSpec instances, ServicePlan plan) {
        var followed = followed();
        Set<String> old = followed.look(client).map(Followed.Look::deployments).orElse(Set.of());
        client.call(
                ApiModel.UPDATE_SERVICE,
                UpdateServiceInput.builder()
                        .name(service.name())
                        .spec(instances.toYaml())
                        .build());
        boolean isAll = plan.instances().isEmpty() && !plan.pipeline();
        return isAll || new Follower(client, outside, "The deployment").follow(followed, old) == Follower.End.SUCCEEDED;
    }

    private void updateInstance(String name, String spec) {
        var move = move(instance(name).templateMajorVersion(), instance(name).templateMinorVersion());
        client.call(
                ApiModel.UPDATE_SERVICE_INSTANCE,
                UpdateServiceInstanceInput.builder()
                        .name(name)
                        .serviceName(service.name())
                        .spec(spec)
                        .deploymentType(move.type())
                        .templateMajorVersion(move.major())
                        .templateMinorVersion(move.minor())
                        .clientToken(outside.ids().next())
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

    /// What is deployed anew though its inputs are the same: after a failure, for another version, or when asked to.
    private Set<String> stale() {
        var stale = new HashSet<String>();
        for (ServiceInstanceSummary instance : followed().instances(client)) {
            boolean failed = !instance.deploymentStatus().value().equals("SUCCEEDED");
            if (again || failed || moves(instance.templateMajorVersion(), instance.templateMinorVersion())) {
                stale.add("instance " + instance.name());
            }
        }
        service.pipeline()
                .filter(pipeline -> again
                        || !pipeline.deploymentStatus().value().equals("SUCCEEDED")
                        || moves(pipeline.templateMajorVersion(), pipeline.templateMinorVersion()))
                .ifPresent(_ -> stale.add("pipeline"));
        return stale;
    }

    private boolean moves(String major, String minor) {
        return move(major, minor).changesVersion();
    }

    private VersionMove move(String major, String minor) {
        return VersionMove.of(choice, major, minor, TemplateCalls.of(TemplateKind.SERVICE, client));
    }

    private ServiceInstanceSummary instance(String name) {
        return followed().instances(client).stream()
                .filter(instance -> instance.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Followed.OfService followed() {
        return new Followed.OfService(service.name());
    }
}
