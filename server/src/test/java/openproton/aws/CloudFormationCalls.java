package openproton.aws;

import java.util.Map;

/// CloudFormation's operations by name.
///
/// @param change stacks at once
/// @param changeSets change sets
/// @param describe looks
record CloudFormationCalls(StackCalls change, ChangeSetCalls changeSets, DescribeCalls describe) {
    static final String NAMESPACE = "http://cloudformation.amazonaws.com/doc/2010-05-15/";

    Map<String, Object> answer(QueryRequest request) {
        return switch (request.operation()) {
            case "CreateStack" -> change.create(request);
            case "UpdateStack" -> change.update(request);
            case "DeleteStack" -> change.delete(request);
            case "CancelUpdateStack" -> change.cancelUpdate(request);
            case "ContinueUpdateRollback" -> change.continueRollback(request);
            case "CreateChangeSet" -> changeSets.create(request);
            case "DescribeChangeSet" -> changeSets.describe(request);
            case "ListChangeSets" -> changeSets.list(request);
            case "ExecuteChangeSet" -> changeSets.execute(request);
            case "DeleteChangeSet" -> changeSets.delete(request);
            case "DescribeStacks" -> describe.stacks(request);
            case "ListStacks" -> describe.list(request);
            case "DescribeStackEvents" -> describe.events(request);
            case "ListStackResources" -> describe.listResources(request);
            case "DescribeStackResources" -> describe.resources(request);
            case "DescribeStackResource" -> describe.resource(request);
            case "GetTemplate" -> describe.template(request);
            case "ValidateTemplate" -> describe.validate(request);
            default ->
                throw new AwsRefusal(
                        400, "InvalidAction", "Could not find operation %s".formatted(request.operation()));
        };
    }
}
