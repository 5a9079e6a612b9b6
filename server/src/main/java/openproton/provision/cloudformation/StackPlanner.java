package openproton.provision.cloudformation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import openproton.provision.Order;
import openproton.provision.Plan;
import openproton.provision.aws.AwsClients;
import openproton.provision.aws.AwsFault;
import openproton.provision.aws.AwsRefusal;
import openproton.provision.cloudformation.stack.StackCalls;
import openproton.provision.cloudformation.stack.StackCondition;
import openproton.provision.cloudformation.stack.StackRequest;
import openproton.provision.cloudformation.stack.TemplateUpload;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/// Finds out what an order would change. It creates a change set, reads it, and deletes it without executing it.
record StackPlanner(AwsClients clients, TemplateUpload upload, Pause pause) {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int LOOKS_MAX = 30;
    private static final int REMOVALS_MAX = 3;

    Plan plan(StackOrder order, String template) {
        try {
            String region = clients.region(order.region());
            var calls = new StackCalls(clients.cloudFormation(region), clients.as(order.identity(region)));
            Optional<Stack> stack = calls.find(order.subject().stackName());
            return order.action() == Order.Action.DEPROVISION
                    ? removal(calls, stack)
                    : provision(new Draft(calls, order, template), stack);
        } catch (SdkException | AwsRefusal failure) {
            return new Plan.Unknown(AwsFault.of(failure).why());
        }
    }

    /// A change set for a plan.
    private record Draft(StackCalls calls, StackOrder order, String template) {
        String stack() {
            return order.subject().stackName();
        }

        String name() {
            return order.token("-plan");
        }
    }

    private static Plan removal(StackCalls calls, Optional<Stack> stack) {
        if (StackCondition.of(stack) == StackCondition.ABSENT) {
            return new Plan.Known(List.of(), "");
        }
        var changes = calls.resources(stack.orElseThrow().stackId()).stream()
                .map(resource -> new Plan.PlannedChange(
                        Plan.Kind.REMOVE,
                        resource.resourceType(),
                        resource.logicalResourceId(),
                        Optional.ofNullable(resource.physicalResourceId())))
                .toList();
        return new Plan.Known(changes, "");
    }

    private Plan provision(Draft draft, Optional<Stack> stack) {
        return switch (StackCondition.of(stack)) {
            case ABSENT -> propose(draft, true, true);
            case IN_REVIEW -> propose(draft, true, false);
            case COMPLETE, ROLLED_BACK, INCOMPLETE -> propose(draft, false, false);
            case BUSY -> unknown(stack.orElseThrow(), "ask again when that is over");
            case NEVER_CREATED, NOT_DELETED ->
                unknown(stack.orElseThrow(), "it has to be removed first, and everything is created anew");
            case ROLLBACK_STUCK -> unknown(stack.orElseThrow(), "its rollback has to be continued first");
        };
    }

    private static Plan unknown(Stack stack, String hint) {
        return new Plan.Unknown("Stack %s is %s: %s.".formatted(stack.stackName(), stack.stackStatusAsString(), hint));
    }

    private Plan propose(Draft draft, boolean creating, boolean alsoStack) {
        var request = new StackRequest(
                draft.stack(), draft.name(), creating, draft.order().subject().tags());
        var changeSet = request.request(upload.pack(draft.template(), draft.name()));
        try {
            draft.calls().createChangeSet(changeSet);
            return outcome(draft);
        } finally {
            discard(draft, alsoStack);
        }
    }

    private Plan outcome(Draft draft) {
        for (int looks = 0; looks < LOOKS_MAX; looks++) {
            Optional<DescribeChangeSetResponse> found = draft.calls().changeSet(draft.stack(), draft.name());
            switch (found.map(StackRequest::outcome).orElse(StackRequest.Outcome.ABSENT)) {
                case UNDER_WAY, ABSENT -> pause.rest(PAUSE);
                case READY -> {
                    return new Plan.Known(changes(draft), "");
                }
                case EMPTY -> {
                    return new Plan.Known(List.of(), "");
                }
                case FAILED -> {
                    return new Plan.Unknown(StackRequest.reason(found.orElseThrow()));
                }
            }
        }
        return new Plan.Unknown("CloudFormation did not create the change set within a minute.");
    }

    private static List<Plan.PlannedChange> changes(Draft draft) {
        return draft.calls().changes(draft.stack(), draft.name()).stream()
                .map(change -> change(change.resourceChange()))
                .toList();
    }

    private static Plan.PlannedChange change(ResourceChange change) {
        return new Plan.PlannedChange(
                kind(change),
                change.resourceType(),
                change.logicalResourceId(),
                Optional.ofNullable(change.physicalResourceId()));
    }

    private static Plan.Kind kind(ResourceChange change) {
        return switch (change.action()) {
            case ADD, IMPORT -> Plan.Kind.ADD;
            case REMOVE -> Plan.Kind.REMOVE;
            case MODIFY, DYNAMIC, SYNC_WITH_ACTUAL, UNKNOWN_TO_SDK_VERSION ->
                isReplaced(change) ? Plan.Kind.REPLACE : Plan.Kind.MODIFY;
        };
    }

    private static boolean isReplaced(ResourceChange change) {
        String replacement = Optional.ofNullable(change.replacementAsString()).orElse("");
        return replacement.equals("True") || replacement.equals("Conditional");
    }

    /// Tries a few times. If that fails, only a change set stays, which the next update of the stack deletes.
    private void discard(Draft draft, boolean alsoStack) {
        for (int attempts = 0; attempts < REMOVALS_MAX; attempts++) {
            try {
                draft.calls().deleteChangeSet(draft.stack(), draft.name());
                if (alsoStack) {
                    deleteReview(draft);
                }
                upload.remove(draft.template(), draft.name());
                return;
            } catch (SdkException | AwsRefusal _) {
                pause.rest(PAUSE);
            }
        }
    }

    private static void deleteReview(Draft draft) {
        Optional<Stack> stack = draft.calls().find(draft.stack());
        stack.filter(_ -> StackCondition.of(stack) == StackCondition.IN_REVIEW)
                .ifPresent(review ->
                        draft.calls().delete(review.stackId(), draft.order().token("-plan")));
    }
}
