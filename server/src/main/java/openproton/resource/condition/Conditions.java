package openproton.resource.condition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.Shape;
import openproton.api.TemplateType;
import openproton.api.WireWriter;
import openproton.base.Arn;
import openproton.base.Json;
import openproton.change.DeployableTable;
import openproton.change.FoundDeployment;
import openproton.request.Scope;
import openproton.resource.service.ServiceTable;
import openproton.resource.tag.Tags;
import openproton.resource.template.TemplateKey;
import openproton.store.Database;
import openproton.store.Transaction;

/// What the conditions of policies may ask about a request and its resource: tags, and the template it is made from
/// (docs/behaviour/accounts-and-permissions.md#conditions).
public record Conditions(Database database) {

    /// The values by condition key; keys without a value are left out.
    ///
    /// @param resource what the permission is asked for; empty when the operation is for no single resource
    public Map<String, List<String>> of(Shape input, Caller caller, Optional<Arn> resource) {
        var values = new LinkedHashMap<>(requestTags(input));
        resource.ifPresent(arn -> database.read(tx -> {
            new Tags(tx)
                    .all(arn.toString())
                    .forEach(tag -> values.put("aws:ResourceTag/" + tag.key(), List.of(tag.value())));
            template(tx, input, Scope.of(caller), arn)
                    .ifPresent(key -> values.put(conditionKey(key), List.of(key.arn())));
            return values;
        }));
        return values;
    }

    /// What a deployment deployed; empty when the caller's account and Region have no such deployment.
    public Optional<Arn> target(Caller caller, String deploymentId) {
        return database.read(tx -> FoundDeployment.find(tx, Scope.of(caller), deploymentId))
                .flatMap(deployment -> Arn.parse(deployment.target().arn()));
    }

    /// The tags that a request gives.
    private static Map<String, List<String>> requestTags(Shape input) {
        var values = new LinkedHashMap<String, List<String>>();
        var keys = new ArrayList<String>();
        if (Json.read(WireWriter.text(input)) instanceof Map<?, ?> members
                && members.get("tags") instanceof List<?> tags) {
            for (Object tag : tags) {
                if (tag instanceof Map<?, ?> pair) {
                    String key = String.valueOf(pair.get("key"));
                    keys.add(key);
                    values.put("aws:RequestTag/" + key, List.of(String.valueOf(pair.get("value"))));
                }
            }
        }
        if (!keys.isEmpty()) {
            values.put("aws:TagKeys", keys);
        }
        return values;
    }

    private static String conditionKey(TemplateKey key) {
        return switch (key.type()) {
            case ENVIRONMENT -> "proton:EnvironmentTemplate";
            case SERVICE -> "proton:ServiceTemplate";
        };
    }

    private static Optional<TemplateKey> template(Transaction tx, Shape input, Scope scope, Arn resource) {
        var parts = new ArrayList<>(List.of(resource.resource().split("/", -1)));
        return switch (parts.getFirst()) {
            case "environment" ->
                new DeployableTable(tx)
                        .find(resource.toString())
                        .map(found -> found.version().template())
                        .or(() -> input.text("templateName"))
                        .map(name -> new TemplateKey(scope, TemplateType.ENVIRONMENT, name));
            case "service" ->
                new ServiceTable(tx)
                        .find(scope, parts.get(1))
                        .map(found -> found.version().template())
                        .or(() -> input.text("templateName"))
                        .map(name -> new TemplateKey(scope, TemplateType.SERVICE, name));
            default -> Optional.empty();
        };
    }
}
