package openproton.provision.pullrequest;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import openproton.base.Json;
import openproton.provision.Order;
import openproton.provision.watched.Members;

/// An order as the journal keeps it: without its files, which lie beside it, and without what only other
/// engines need.
///
/// @param deploymentId names the order
/// @param action whether to provision or to remove
/// @param arn the ARN of the environment, instance, pipeline or component
/// @param proposal where and how it is proposed
record Job(String deploymentId, Order.Action action, String arn, Order.Proposal proposal) {

    static Job of(Order order) {
        return new Job(
                order.deploymentId(),
                order.action(),
                order.resourceArn(),
                order.means()
                        .proposal()
                        .orElseThrow(() -> new IllegalArgumentException("%s names no repository".formatted(order))));
    }

    Order.Place place() {
        return proposal.place();
    }

    /// The branch at hosts with pull requests, in the form that automation may filter by.
    String branchOfPullRequest() {
        UUID uuid = UUID.nameUUIDFromBytes(("pull request of " + deploymentId).getBytes(StandardCharsets.UTF_8));
        return "proton--proton-%s-%s".formatted(kind(), uuid);
    }

    /// The branch where there is only git.
    String branchAlone() {
        return "openproton/" + deploymentId;
    }

    private String kind() {
        String resource = arn.substring(arn.lastIndexOf(':') + 1);
        if (resource.startsWith("service/")) {
            return resource.endsWith("/pipeline") ? "pipeline" : "service_instance";
        }
        return resource.startsWith("component/") ? "component" : "environment";
    }

    String json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("deployment", deploymentId);
        json.put("action", action.name());
        json.put("resource", arn);
        json.put("connection", place().connectionArn());
        json.put("repository", place().repository());
        json.put("branch", place().branch());
        json.put("folder", proposal.folder());
        json.put("underEnvironments", proposal.underEnvironments());
        json.put("title", proposal.title());
        json.put("body", proposal.body());
        return Json.write(json);
    }

    static Job read(String json) {
        Map<?, ?> map = Members.of(json);
        var place = new Order.Place(
                Members.text(map, "connection"), Members.text(map, "repository"), Members.text(map, "branch"));
        return new Job(
                Members.text(map, "deployment"),
                Order.Action.valueOf(Members.text(map, "action")),
                Members.text(map, "resource"),
                new Order.Proposal(
                        place,
                        Members.text(map, "folder"),
                        Boolean.TRUE.equals(map.get("underEnvironments")),
                        Members.text(map, "title"),
                        Members.text(map, "body")));
    }
}
