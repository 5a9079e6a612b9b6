package openproton.auth;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openproton.api.AccessDeniedException;
import openproton.api.Caller;
import openproton.api.OperationShape;
import openproton.api.Shape;
import openproton.auth.Statement.Effect;
import openproton.base.Arn;

/// Says whether an identity may do what it asks for: a policy must allow it, and none may deny it.
///
/// @param known looks up the values of conditions
/// @param targets finds what a deployment deployed
public record Permissions(ConditionValues known, DeploymentTargets targets, InstantSource clock) {
    private static final String ACTION_PREFIX = "proton:";
    private static final String CREATE = "Create";
    private static final String TAG = "TagResource";
    private static final String REQUEST_TAG = "aws:requesttag/";

    /// Lets an operation pass, or ends the request.
    ///
    /// A request that creates something and gives it tags needs the permission to tag as well; one that hands on
    /// a role or a connection, that to pass it; one that reads a deployment, that to read what it deployed.
    ///
    /// @throws AccessDeniedException naming the principal, the action and the resource
    public void check(Identity identity, OperationShape<?, ?> operation, Shape input, Caller caller) {
        var request = new Request(identity, operation, input, caller);
        for (String resource : new AuthorizedResources(operation, input, caller).arns()) {
            Question question = question(request, ACTION_PREFIX + operation.name(), resource);
            require(identity, question);
            if (operation.name().startsWith(CREATE) && givesTags(question)) {
                require(identity, question.about(ACTION_PREFIX + TAG));
            }
        }
        for (PassedOn passed : PassedOn.by(operation, input)) {
            require(
                    identity,
                    new Question(passed.action(), passed.arn(), everything(passed.values(), identity, caller)));
        }
        ReadToo.by(operation, input, caller, targets)
                .ifPresent(read -> require(identity, question(request, ACTION_PREFIX + read.action(), read.arn())));
    }

    private record Request(Identity identity, OperationShape<?, ?> operation, Shape input, Caller caller) {
        /// Whether values are worth looking up: where policies have conditions on the action, and where a
        /// request may give tags.
        boolean isConditional(String action) {
            return operation.name().startsWith(CREATE)
                    || identity.policies().stream().anyMatch(policy -> policy.hasConditionsOn(action));
        }
    }

    private Question question(Request request, String action, String resource) {
        Map<String, List<String>> values = request.isConditional(action)
                ? known.of(request.operation(), request.input(), request.caller(), Arn.parse(resource))
                : Map.of();
        return new Question(action, resource, everything(values, request.identity(), request.caller()));
    }

    /// Whether an identity may do something to that.
    ///
    /// @param resource an ARN, or `*`
    boolean allow(Identity identity, Caller caller, String action, String resource) {
        return allow(identity, new Question(action, resource, everything(Map.of(), identity, caller)));
    }

    private static void require(Identity identity, Question question) {
        if (!allow(identity, question)) {
            throw new AccessDeniedException("User: %s is not authorized to perform: %s on resource: %s"
                    .formatted(identity.principal(), question.action(), question.resource()));
        }
    }

    private static boolean allow(Identity identity, Question question) {
        return identity.policies().stream().noneMatch(policy -> policy.says(Effect.DENY, question))
                && identity.policies().stream().anyMatch(policy -> policy.says(Effect.ALLOW, question));
    }

    private static boolean givesTags(Question question) {
        return question.values().keySet().stream().anyMatch(key -> key.startsWith(REQUEST_TAG));
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
