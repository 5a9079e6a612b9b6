package openproton.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import openproton.render.spec.InstanceSpec;
import openproton.render.spec.ServiceSpec;

/// What has to be done to bring a service from its stored spec to another one.
///
/// The API changes the set of instances with one operation, and the inputs of each instance and of the pipeline with
/// others, so one spec may take several calls.
///
/// @param instanceSet the spec for the first call; empty when no instance comes or goes
/// @param instances the instances that stay and are deployed anew
/// @param pipeline whether the pipeline is deployed anew
record ServicePlan(Optional<ServiceSpec> instanceSet, List<String> instances, boolean pipeline) {

    /// @param stale labels of parts that are deployed anew even with the same inputs
    static ServicePlan of(ServiceSpec stored, ServiceSpec given, Set<String> stale) {
        ServiceSpec wanted = given.withCurrentValues(stored);
        boolean sameSet = names(stored).equals(names(wanted));
        List<String> changed = wanted.instances().stream()
                .filter(instance -> stored.instance(instance.name())
                        .filter(before -> !before.equals(instance) || stale.contains("instance " + instance.name()))
                        .isPresent())
                .map(InstanceSpec::name)
                .toList();
        boolean pipeline = wanted.pipeline().isPresent()
                && (!wanted.pipeline().equals(stored.pipeline()) || stale.contains("pipeline"));
        return new ServicePlan(sameSet ? Optional.empty() : Optional.of(otherSet(stored, wanted)), changed, pipeline);
    }

    boolean isEmpty() {
        return instanceSet.isEmpty() && instances.isEmpty() && !pipeline;
    }

    /// The stored spec with the instances that come and without those that go.
    private static ServiceSpec otherSet(ServiceSpec stored, ServiceSpec wanted) {
        List<InstanceSpec> instances = wanted.instances().stream()
                .map(instance -> stored.instance(instance.name()).orElse(instance))
                .toList();
        return new ServiceSpec(instances, stored.pipeline());
    }

    private static Set<String> names(ServiceSpec spec) {
        return spec.instances().stream().map(InstanceSpec::name).collect(Collectors.toSet());
    }
}
