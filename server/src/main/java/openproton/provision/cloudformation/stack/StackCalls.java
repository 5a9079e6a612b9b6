package openproton.provision.cloudformation.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openproton.provision.aws.AwsFault;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.InvalidChangeSetStatusException;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackRequest;

/// The calls to CloudFormation with one set of credentials. A stack is identified by its name or its ARN.
///
/// A missing stack is an empty result, and a repeated call has no effect. All other errors are thrown.
///
/// @param as the credentials of that identity
public record StackCalls(CloudFormationClient client, AwsRequestOverrideConfiguration as) {
    private static final int EVENTS_MAX = 5000;

    public Optional<Stack> find(String stack) {
        return unlessAbsent(() -> client.describeStacks(
                        request -> request.overrideConfiguration(as).stackName(stack))
                .stacks()
                .getFirst());
    }

    /// The events after one of them, oldest first; only the newest 5,000.
    ///
    /// @param mark the id of an event; empty for all
    public List<StackEvent> eventsSince(String stack, String mark) {
        return unlessAbsent(() -> {
                    var found = new ArrayList<StackEvent>();
                    var pages = client.describeStackEventsPaginator(
                            request -> request.overrideConfiguration(as).stackName(stack));
                    for (StackEvent event : pages.stackEvents()) {
                        if (event.eventId().equals(mark) || found.size() == EVENTS_MAX) {
                            break;
                        }
                        found.add(event);
                    }
                    return found.reversed();
                })
                .orElse(List.of());
    }

    /// The id of the newest event; empty when there is none.
    public String newestEvent(String stack) {
        return unlessAbsent(() -> client.describeStackEvents(
                                request -> request.overrideConfiguration(as).stackName(stack))
                        .stackEvents())
                .filter(events -> !events.isEmpty())
                .map(events -> events.getFirst().eventId())
                .orElse("");
    }

    /// Returns the ARN of the stack.
    public String createStack(CreateStackRequest.Builder request) {
        return client.createStack(request.overrideConfiguration(as).build()).stackId();
    }

    /// Returns the ARN of the stack.
    public String updateStack(UpdateStackRequest.Builder request) {
        return client.updateStack(request.overrideConfiguration(as).build()).stackId();
    }

    public void createChangeSet(CreateChangeSetRequest.Builder request) {
        client.createChangeSet(request.overrideConfiguration(as).build());
    }

    public Optional<DescribeChangeSetResponse> changeSet(String stack, String name) {
        return unlessAbsent(() -> client.describeChangeSet(
                request -> request.overrideConfiguration(as).stackName(stack).changeSetName(name)));
    }

    /// What a change set would change, all pages of it.
    public List<Change> changes(String stack, String name) {
        return client
                .describeChangeSetPaginator(request ->
                        request.overrideConfiguration(as).stackName(stack).changeSetName(name))
                .changes()
                .stream()
                .toList();
    }

    /// Executes a change set. Returns false when the caller must read its status again.
    public boolean executeChangeSet(String stack, String name, String token) {
        try {
            return unlessAbsent(() -> client.executeChangeSet(request -> request.overrideConfiguration(as)
                            .stackName(stack)
                            .changeSetName(name)
                            .clientRequestToken(token)))
                    .isPresent();
        } catch (CloudFormationException answer) {
            if (isBusy(answer)) {
                return false;
            }
            throw answer;
        }
    }

    public void deleteChangeSet(String stack, String name) {
        unlessAbsent(() -> client.deleteChangeSet(
                request -> request.overrideConfiguration(as).stackName(stack).changeSetName(name)));
    }

    public void delete(String stack, String token) {
        unlessBusy(() -> client.deleteStack(
                request -> request.overrideConfiguration(as).stackName(stack).clientRequestToken(token)));
    }

    public void cancelUpdate(String stack, String token) {
        unlessBusy(() -> client.cancelUpdateStack(
                request -> request.overrideConfiguration(as).stackName(stack).clientRequestToken(token)));
    }

    public void continueRollback(String stack, String token) {
        unlessBusy(() -> client.continueUpdateRollback(
                request -> request.overrideConfiguration(as).stackName(stack).clientRequestToken(token)));
    }

    /// The resources of a stack.
    public List<StackResourceSummary> resources(String stack) {
        return client
                .listStackResourcesPaginator(
                        request -> request.overrideConfiguration(as).stackName(stack))
                .stackResourceSummaries()
                .stream()
                .toList();
    }

    /// Whether a call was refused because the stack has changed since the caller read it.
    public static boolean isOutdated(CloudFormationException answer) {
        return isBusy(answer) || isAbsent(answer) || isThere(answer);
    }

    /// Whether a call was refused because another operation runs on the stack.
    private static boolean isBusy(CloudFormationException answer) {
        return answer instanceof InvalidChangeSetStatusException
                || AwsFault.text(answer).contains("_IN_PROGRESS");
    }

    /// Whether a call was refused because the stack or the change set does not exist.
    private static boolean isAbsent(CloudFormationException answer) {
        return answer instanceof ChangeSetNotFoundException
                || AwsFault.text(answer).contains("does not exist");
    }

    /// Whether a call was refused because the stack or the change set exists already.
    private static boolean isThere(CloudFormationException answer) {
        return AwsFault.text(answer).contains("already exists");
    }

    private static <T> Optional<T> unlessAbsent(Call<T> call) {
        try {
            return Optional.of(call.answer());
        } catch (CloudFormationException answer) {
            if (isAbsent(answer) || answer instanceof InvalidChangeSetStatusException) {
                return Optional.empty();
            }
            throw answer;
        }
    }

    private static void unlessBusy(Call<?> call) {
        try {
            unlessAbsent(call);
        } catch (CloudFormationException answer) {
            if (!isBusy(answer)) {
                throw answer;
            }
        }
    }

    @FunctionalInterface
    private interface Call<T> {
        T answer();
    }
}
