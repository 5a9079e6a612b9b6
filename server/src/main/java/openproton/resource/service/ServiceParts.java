package openproton.resource.service;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import openproton.change.Deployable;
import openproton.change.DeployableTable;
import openproton.change.Phase;
import openproton.store.Transaction;

/// A service with what it consists of, as it stands at one moment.
///
/// @param service the service
/// @param instances its instances, oldest first
/// @param pipeline its pipeline, if it has one
record ServiceParts(StoredService service, List<Deployable> instances, Optional<Deployable> pipeline) {

    /// The parts of a service that exists.
    static ServiceParts of(Transaction tx, String arn) {
        StoredService service = new ServiceTable(tx).find(arn).orElseThrow();
        return new ServiceParts(
                service,
                new DeployableTable(tx)
                        .instancesOf(service.name().scope(), service.name().name()),
                ServiceViews.pipeline(tx, service.name()));
    }

    boolean anyInstanceBusy() {
        return instances.stream().anyMatch(Deployable::isBusy);
    }

    /// Whether any instance is being removed right now.
    boolean anyInstanceBusyLeaving() {
        return instances.stream().anyMatch(Deployable::isLeaving);
    }

    List<Deployable> instancesThat(Predicate<Phase> condition) {
        return instances.stream()
                .filter(instance -> condition.test(instance.phase()))
                .toList();
    }

    Optional<Deployable> instance(String name) {
        return instances.stream()
                .filter(instance -> instance.target().name().equals(name))
                .findFirst();
    }
}
