package openproton.change.order;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.change.ComponentSource;
import openproton.change.ComponentTable;
import openproton.change.Deployable;
import openproton.change.DeployableTable;
import openproton.change.StoredComponent;
import openproton.change.StoredDeployment;
import openproton.change.Target;
import openproton.change.VersionNumber;
import openproton.render.namespace.ComponentFacts;
import openproton.render.namespace.DeployedInstanceFacts;
import openproton.render.namespace.EnvironmentFacts;
import openproton.render.namespace.InstanceFacts;
import openproton.render.namespace.Namespace;
import openproton.render.namespace.ServiceFacts;
import openproton.render.schema.InputKind;
import openproton.render.schema.InputType;
import openproton.render.schema.TemplateSchema;
import openproton.render.spec.EnvironmentSpec;
import openproton.render.spec.ServiceSpec;
import openproton.request.Scope;
import openproton.store.Transaction;

/// Gathers what templates and commands may read: inputs by the spec, outputs by what is deployed now.
///
/// @param services tells of services, which live in a folder that uses this one
/// @param schemas the schema of a service template version
/// @param sites tells in which account an environment is
record Namespaces(ServiceLookup services, Schemas schemas, Sites sites) {

    /// The schema of a service template version.
    @FunctionalInterface
    interface Schemas {
        TemplateSchema of(Transaction tx, VersionNumber version);
    }

    /// Tells what templates may know of a service.
    @FunctionalInterface
    public interface ServiceLookup {

        /// The facts of a service that exists.
        ServiceFacts of(Transaction tx, Scope scope, String service);
    }

    Namespace of(Transaction tx, StoredDeployment deployment, TemplateSchema schema) {
        Target target = deployment.target();
        String spec = deployment.request().spec();
        return switch (target.type()) {
            case ENVIRONMENT -> Namespace.environment(target.name(), environmentInputs(schema, spec));
            case SERVICE_INSTANCE ->
                Namespace.serviceInstance(
                        new InstanceFacts(target.name(), instanceInputs(schema, spec, target.name())),
                        services.of(tx, target.scope(), target.service()),
                        environment(tx, target.scope(), target.environment()),
                        attached(tx, target));
            case SERVICE_PIPELINE ->
                Namespace.pipeline(
                        pipelineInputs(schema, spec),
                        services.of(tx, target.scope(), target.service()),
                        instances(tx, target, ServiceSpec.parse(spec)));
            case COMPONENT -> throw new IllegalStateException("a component is made from no template");
        };
    }

    /// What a component reads: the inputs of the instance it is attached to, or those of a spec of its own.
    Namespace ofComponent(Transaction tx, StoredDeployment deployment) {
        Target target = deployment.target();
        EnvironmentFacts environment = environment(tx, target.scope(), target.environment());
        var state = ComponentSource.state(deployment);
        String service = state.serviceName().orElse("");
        if (service.isEmpty()) {
            return Namespace.component(target.name(), environment);
        }
        String name = state.serviceInstanceName().orElseThrow();
        Deployable instance = new DeployableTable(tx).get(Target.instance(target.scope(), "", service, name));
        String spec = state.serviceSpec().orElse(instance.spec());
        var inputs = instanceInputs(schemas.of(tx, instance.version()), spec, name);
        return Namespace.component(target.name(), environment, service, new InstanceFacts(name, inputs));
    }

    /// The component that is attached to an instance, once it was deployed with success.
    private static Optional<ComponentFacts> attached(Transaction tx, Target instance) {
        return new ComponentTable(tx).attachedTo(instance).flatMap(StoredComponent::facts);
    }

    /// Warnings about inputs of a spec that the schema does not know, and that nothing reads therefore.
    static List<String> unknownInputs(StoredDeployment deployment, TemplateSchema schema) {
        Target target = deployment.target();
        String spec = deployment.request().spec();
        return switch (target.type()) {
            case ENVIRONMENT -> unknown(schema, InputKind.ENVIRONMENT, supplied(spec));
            case SERVICE_INSTANCE -> unknown(schema, InputKind.SERVICE, supplied(spec, target.name()));
            case SERVICE_PIPELINE -> unknown(schema, InputKind.PIPELINE, suppliedToPipeline(spec));
            case COMPONENT -> List.of();
        };
    }

    private static List<String> unknown(TemplateSchema schema, InputKind kind, Map<String, Object> supplied) {
        return schema.inputs(kind)
                .map((InputType type) -> type.unknownInputs(supplied))
                .orElse(List.of());
    }

    private static Map<String, Object> environmentInputs(TemplateSchema schema, String spec) {
        return effective(schema, InputKind.ENVIRONMENT, supplied(spec));
    }

    private static Map<String, Object> instanceInputs(TemplateSchema schema, String spec, String instance) {
        return effective(schema, InputKind.SERVICE, supplied(spec, instance));
    }

    private static Map<String, Object> pipelineInputs(TemplateSchema schema, String spec) {
        return effective(schema, InputKind.PIPELINE, suppliedToPipeline(spec));
    }

    private static Map<String, Object> supplied(String spec) {
        return EnvironmentSpec.parse(spec).inputs();
    }

    private static Map<String, Object> supplied(String spec, String instance) {
        return ServiceSpec.parse(spec).instance(instance).orElseThrow().inputs();
    }

    private static Map<String, Object> suppliedToPipeline(String spec) {
        return ServiceSpec.parse(spec).pipeline().orElse(Map.of());
    }

    private static Map<String, Object> effective(TemplateSchema schema, InputKind kind, Map<String, Object> supplied) {
        return schema.inputs(kind)
                .map((InputType type) -> type.effectiveInputs(supplied))
                .orElse(supplied);
    }

    /// The instances of a service in the order of its spec, those that are not in it behind.
    private List<DeployedInstanceFacts> instances(Transaction tx, Target pipeline, ServiceSpec spec) {
        List<String> order =
                spec.instances().stream().map(instance -> instance.name()).toList();
        return new DeployableTable(tx)
                .instancesOf(pipeline.scope(), pipeline.service()).stream()
                        .filter(instance -> order.contains(instance.target().name()))
                        .sorted(Comparator.comparing(
                                instance -> order.indexOf(instance.target().name())))
                        .map(instance -> facts(tx, instance))
                        .toList();
    }

    private DeployedInstanceFacts facts(Transaction tx, Deployable instance) {
        Target target = instance.target();
        TemplateSchema schema = schemas.of(tx, instance.version());
        var inputs = instanceInputs(schema, instance.spec(), target.name());
        return new DeployedInstanceFacts(
                new InstanceFacts(target.name(), inputs),
                instance.provisioned().outputs(),
                environment(tx, target.scope(), target.environment()));
    }

    private EnvironmentFacts environment(Transaction tx, Scope scope, String name) {
        var target = Target.environment(scope, name);
        return new EnvironmentFacts(
                name,
                sites.account(tx, target),
                new DeployableTable(tx).get(target).provisioned().outputs());
    }
}
