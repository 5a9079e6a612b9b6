package openproton.resource.preview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.Output;
import openproton.change.ComponentTable;
import openproton.change.Deployable;
import openproton.change.DeployableTable;
import openproton.change.StoredComponent;
import openproton.change.Target;
import openproton.render.namespace.ComponentFacts;
import openproton.render.namespace.EnvironmentFacts;
import openproton.render.namespace.ServiceFacts;
import openproton.render.preview.DeployedFacts;
import openproton.request.Scope;
import openproton.resource.service.ServiceTable;
import openproton.resource.service.StoredService;
import openproton.store.Transaction;

/// What is deployed now; of what is not, its name alone.
///
/// @param service the service that instances belong to
/// @param given outputs that stand in for those of every environment
record LiveFacts(Transaction tx, Scope scope, String service, Optional<List<Output>> given) implements DeployedFacts {

    @Override
    public EnvironmentFacts environment(String name) {
        Map<String, String> outputs =
                given.map(LiveFacts::asMap).orElseGet(() -> outputs(Target.environment(scope, name)));
        return new EnvironmentFacts(name, scope.account(), outputs);
    }

    @Override
    public ServiceFacts service(String name) {
        return new ServiceTable(tx)
                .find(scope, name)
                .map(StoredService::facts)
                .orElseGet(() -> ServiceFacts.withoutRepository(name));
    }

    @Override
    public Map<String, String> instance(String name) {
        return outputs(Target.instance(scope, "", service, name));
    }

    @Override
    public Optional<ComponentFacts> component(String instance) {
        return new ComponentTable(tx)
                .attachedTo(Target.instance(scope, "", service, instance))
                .flatMap(StoredComponent::facts);
    }

    private Map<String, String> outputs(Target target) {
        return new DeployableTable(tx)
                .find(target.arn())
                .map(Deployable::provisioned)
                .map(Deployable.Provisioned::outputs)
                .orElse(Map.of());
    }

    private static Map<String, String> asMap(List<Output> outputs) {
        var map = new LinkedHashMap<String, String>();
        outputs.forEach(output ->
                output.key().ifPresent(key -> map.put(key, output.valueString().orElse(""))));
        return map;
    }
}
