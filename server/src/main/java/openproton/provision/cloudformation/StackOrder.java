package openproton.provision.cloudformation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import openproton.base.Json;
import openproton.provision.Order;
import openproton.provision.aws.AwsIdentity;
import openproton.provision.cloudformation.stack.StackRequest;
import openproton.provision.polled.StoredMembers;

/// An order as the engine stores it: without files and without credentials.
///
/// @param deploymentId names the order
/// @param action whether to provision or to remove
/// @param subject what is provisioned
/// @param account the account that its stack belongs to
/// @param region where its stack is
/// @param role the ARN of the role to assume
record StackOrder(
        String deploymentId,
        Order.Action action,
        Order.Subject subject,
        String account,
        String region,
        Optional<String> role) {

    static StackOrder of(Order order) {
        Order.Means means = order.means();
        return new StackOrder(
                order.deploymentId(), order.action(), order.subject(), means.account(), means.region(), means.role());
    }

    AwsIdentity identity(String actualRegion) {
        return AwsIdentity.of(actualRegion, role, subject.arn());
    }

    /// The change to its stack.
    StackRequest request(boolean creating) {
        return new StackRequest(subject.stackName(), changeSet(), creating, subject.tags());
    }

    /// The name of its change set.
    String changeSet() {
        return token("");
    }

    /// The request token that makes AWS carry out a repeated call once.
    ///
    /// @param purpose tells apart the calls of an order, such as `-delete`
    String token(String purpose) {
        String name = "openproton-" + deploymentId.replaceAll("[^A-Za-z0-9-]", "-");
        return name.substring(0, Math.min(name.length(), 100)) + purpose;
    }

    String json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("deployment", deploymentId);
        json.put("action", action.name());
        json.put("resource", subject.arn());
        json.put("stack", subject.stackName());
        json.put("account", account);
        json.put("region", region);
        role.ifPresent(arn -> json.put("role", arn));
        json.put("tags", new LinkedHashMap<>(subject.tags()));
        return Json.write(json);
    }

    static StackOrder read(String json) {
        Map<?, ?> map = StoredMembers.of(json);
        var tags = new LinkedHashMap<String, String>();
        if (map.get("tags") instanceof Map<?, ?> kept) {
            kept.forEach((key, value) -> tags.put(String.valueOf(key), String.valueOf(value)));
        }
        return new StackOrder(
                StoredMembers.text(map, "deployment"),
                Order.Action.valueOf(StoredMembers.text(map, "action")),
                new Order.Subject(StoredMembers.text(map, "resource"), StoredMembers.text(map, "stack"), tags),
                StoredMembers.text(map, "account"),
                StoredMembers.text(map, "region"),
                Optional.of(StoredMembers.text(map, "role")).filter(role -> !role.isEmpty()));
    }
}
