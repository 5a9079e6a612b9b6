package openproton.resource.service;

import java.util.Optional;
import openproton.api.Caller;
import openproton.change.Target;
import openproton.store.Transaction;

/// Told of what callers do to services, in the same transaction, by those who do it.
public interface ServiceWatch {

    /// Somebody changed the instances of a service.
    void changed(Transaction tx, Caller caller, ServiceChange change);

    /// A service is off the books.
    void gone(Transaction tx, StoredService.Name service);

    /// What somebody did.
    ///
    /// @param instance the instance it was done to; empty when it concerns the whole service
    /// @param words what it was, such as `instance 'b' was removed`
    /// @param operation by which operation
    /// @param deploymentId the deployment it began, where it is known
    record ServiceChange(
            StoredService.Name service,
            Optional<String> instance,
            String words,
            String operation,
            Optional<String> deploymentId) {

        /// What somebody did to one instance.
        public static ServiceChange of(Target instance, String words, String operation, Optional<String> deploymentId) {
            return new ServiceChange(
                    new StoredService.Name(instance.scope(), instance.service()),
                    Optional.of(instance.name()),
                    words,
                    operation,
                    deploymentId);
        }
    }
}
