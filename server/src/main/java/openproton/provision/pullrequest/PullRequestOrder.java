package openproton.provision.pullrequest;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import openproton.base.Json;
import openproton.provision.Order;
import openproton.provision.polled.StoredMembers;

/// An order as the engine stores it: without files, which are stored beside it.
///
/// @param deploymentId names the order
/// @param action whether to provision or to remove
/// @param arn the ARN of the environment, instance, pipeline or component
/// @param pullRequest the pull request to open
record PullRequestOrder(String deploymentId, Order.Action action, String arn, Order.NewPullRequest pullRequest) {

    static PullRequestOrder of(Order order) {
        return new PullRequestOrder(
                order.deploymentId(),
                order.action(),
                order.resourceArn(),
                order.means()
                        .pullRequest()
                        .orElseThrow(() -> new IllegalArgumentException("%s names no repository".formatted(order))));
    }

    Order.Place place() {
        return pullRequest.place();
    }

    /// The source branch at hosts with pull requests. Automation may filter by this form.
    String branchOfPullRequest() {
        UUID uuid = UUID.nameUUIDFromBytes(("pull request of " + deploymentId).getBytes(StandardCharsets.UTF_8));
        return "proton--proton-%s-%s".formatted(kind(), uuid);
    }

    /// The source branch where there is only git.
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
        json.put("folder", pullRequest.folder());
        json.put("underEnvironments", pullRequest.underEnvironments());
        json.put("title", pullRequest.title());
        json.put("body", pullRequest.body());
        return Json.write(json);
    }

    static PullRequestOrder read(String json) {
        Map<?, ?> map = StoredMembers.of(json);
        var place = new Order.Place(
                StoredMembers.text(map, "connection"),
                StoredMembers.text(map, "repository"),
                StoredMembers.text(map, "branch"));
        return new PullRequestOrder(
                StoredMembers.text(map, "deployment"),
                Order.Action.valueOf(StoredMembers.text(map, "action")),
                StoredMembers.text(map, "resource"),
                new Order.NewPullRequest(
                        place,
                        StoredMembers.text(map, "folder"),
                        Boolean.TRUE.equals(map.get("underEnvironments")),
                        StoredMembers.text(map, "title"),
                        StoredMembers.text(map, "body")));
    }
}
