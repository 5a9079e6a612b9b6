package openproton.resource.state;

import java.util.Map;
import openproton.base.DataException;
import openproton.base.Json;

/// The lock on the state of a resource.
///
/// @param deploymentId the deployment whose Terraform holds it
/// @param info Terraform's JSON about it
record StateLock(String arn, String deploymentId, String info) {

    /// What names it; empty when the JSON does not say.
    String id() {
        return id(info);
    }

    /// What is being done under it, such as `OperationTypeApply`.
    String operation() {
        return member(info, "Operation");
    }

    static String id(String info) {
        return member(info, "ID");
    }

    private static String member(String info, String name) {
        try {
            return Json.read(info) instanceof Map<?, ?> members && members.get(name) instanceof String text ? text : "";
        } catch (DataException _) {
            return "";
        }
    }
}
