package openproton.render.namespace;

import java.util.Map;

/// An environment, as what is deployed into it sees it: never its inputs.
///
/// @param name the environment's name
/// @param accountId the account that it provisions in
/// @param outputs what its last deployment gave, or the spec's values when it is customer managed
public record EnvironmentFacts(String name, String accountId, Map<String, String> outputs) {

    Map<String, Object> toMap() {
        return Namespace.ordered("account_id", accountId, "name", name, "outputs", outputs);
    }
}
