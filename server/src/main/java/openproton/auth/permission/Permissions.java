package openproton.auth.permission;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openproton.api.AccessDeniedException;
import openproton.api.Caller;
import openproton.api.OperationShape;
import openproton.api.Shape;
import openproton.auth.Identity;
import openproton.auth.policy.AccessRequest;
import openproton.auth.policy.Policy;
import openproton.base.Arn;

/// Checks whether the policies of an identity allow a request: one must allow the request, and none may deny it.
///
/// @param known looks up the values of conditions
/// @param targets finds the resource of a deployment
public record Permissions(ConditionValues known, DeploymentTargets targets, InstantSource clock) {
    private static final String ACTION_PREFIX = "proton:";
    private static final String CREATE = "Create";
    private static final String TAG = "TagResource";
    private static final String REQUEST_TAG = "aws:requesttag/";

    /// Lets an operation pass, or ends the request.
    ///
    /// A request that creates a resource with tags needs the permission to tag as well; one that hands over a
    /// role or a connection, the permission to pass it; one that reads a deployment, the permission to read its
    /// resource.
    ///
    /// @throws AccessDeniedException naming the principal, the action and the resource
    public void check(Identity identity, OperationShape<?, ?> operation, Shape input, Caller caller) {
        var asked = new OperationRequest(identity, operation, input, caller);
        for (String resource : new AuthorizedResources(operation, input, caller).arns()) {
            AccessRequest request = accessRequest(asked, ACTION_PREFIX + operation.name(), resource);
            require(identity, request);
            if (operation.name().startsWith(CREATE) && givesTags(request)) {
                require(identity, request.forAction(ACTION_PREFIX + TAG));
            }
        }
        for (PassedResource passed : PassedResource.by(operation, input)) {
            require(
                    identity,
                    new AccessRequest(passed.action(), passed.arn(), everything(passed.values(), identity, caller)));
        }
        ImpliedRead.by(operation, input, caller, targets)
                .ifPresent(read -> require(identity, accessRequest(asked, ACTION_PREFIX + read.action(), read.arn())));
    }

    private record OperationRequest(Identity identity, OperationShape<?, ?> operation, Shape input, Caller caller) {
        /// Whether values are worth looking up: where policies have conditions on the action, and where a
        /// request may give tags.
        boolean isConditional(String action) {
            return operation.name().startsWith(CREATE)
                    || identity.policies().stream().anyMatch(policy -> policy.hasConditionsOn(action));
        }
    }

    private AccessRequest accessRequest(OperationRequest asked, String action, String resource) {
        Map<String, List<String>> values = asked.isConditional(action)
                ? known.of(asked.operation(), asked.input(), asked.caller(), Arn.parse(resource))
                : Map.of();
        return new AccessRequest(action, resource, everything(values, asked.identity(), asked.caller()));
    }

    private static void require(Identity identity, AccessRequest request) {
        if (!Policy.allow(identity.policies(), request)) {
            throw new AccessDeniedException("User: %s is not authorized to perform: %s on resource: %s"
                    .formatted(identity.principal(), request.action(), request.resource()));
        }
    }

    private static boolean givesTags(AccessRequest request) {
        return request.values().keySet().stream().anyMatch(key -> key.startsWith(REQUEST_TAG));
    }

    private Map<String, List<String>> everything(Map<String, List<String>> values, Identity identity, Caller caller) {
        Instant now = clock.instant();
        var all = new TreeMap<>(values);
        all.put("aws:username", List.of(identity.userName()));
        all.put("aws:PrincipalArn", List.of(identity.principal()));
        all.put("aws:PrincipalAccount", List.of(identity.account()));
        all.put("aws:RequestedRegion", List.of(caller.region()));
        all.put("aws:CurrentTime", List.of(now.toString()));
        all.put("aws:EpochTime", List.of(Long.toString(now.getEpochSecond())));
        return all;
    }
}
