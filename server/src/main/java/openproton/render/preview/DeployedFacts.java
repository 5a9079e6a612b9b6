package openproton.render.preview;

import java.util.Map;
import java.util.Optional;
import openproton.render.namespace.ComponentFacts;
import openproton.render.namespace.EnvironmentFacts;
import openproton.render.namespace.ServiceFacts;

/// Facts about resources that are deployed, or assumed to be.
public interface DeployedFacts {

    /// An environment that services are deployed to.
    EnvironmentFacts environment(String name);

    /// The service that instances belong to.
    ServiceFacts service(String name);

    /// The outputs of an instance of that service.
    Map<String, String> instance(String name);

    /// The component that is attached to an instance of that service.
    default Optional<ComponentFacts> component(String instance) {
        return Optional.empty();
    }
}
