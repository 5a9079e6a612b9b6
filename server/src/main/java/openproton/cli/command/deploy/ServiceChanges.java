package openproton.cli.command.deploy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import openproton.cli.follow.PartStatus;
import openproton.render.spec.InstanceSpec;
import openproton.render.spec.ServiceSpec;

/// The calls that bring a service from its stored spec to another spec.
///
/// The API adds and removes instances with one operation, and changes the inputs of each instance and of the pipeline
/// with others, so one spec can take several calls.
///
/// @param instanceSet the spec for the call that adds and removes instances; empty when the instances stay the same
/// @param instances the names of instances that stay and are deployed again
/// @param pipeline whether the pipeline is deployed again
record ServiceChanges(Optional<ServiceSpec> instanceSet, List<String> instances, boolean pipeline) {

    /// @param stale labels of parts that are deployed again even with the same inputs
    static ServiceChanges of(ServiceSpec stored, ServiceSpec given, Set<String> stale) {
        ServiceSpec wanted = given.withCurrentValues(stored);
        boolean sameSet = names(stored).equals(names(wanted));
        List<String> changed = wanted.instances().stream()
                .filter(instance -> stored.instance(instance.name())
                        .filter(before ->
                                !before.equals(instance) || stale.contains(PartStatus.instance(instance.name())))
                        .isPresent())
                .map(InstanceSpec::name)
                .toList();
        boolean pipeline = wanted.pipeline().isPresent()
                && (!wanted.pipeline().equals(stored.pipeline()) || stale.contains(PartStatus.PIPELINE));
        return new ServiceChanges(
                sameSet ? Optional.empty() : Optional.of(otherSet(stored, wanted)), changed, pipeline);
    }

    boolean isEmpty() {
        return instanceSet.isEmpty() && instances.isEmpty() && !pipeline;
    }

    /// The stored spec with the instances that are new and without those that are removed.
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
