package openproton.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.render.cloudformation.StackTemplate;

/// Stacks and their parts as the API shows them.
final class Descriptions {
    private Descriptions() {}

    static Map<String, Object> stack(Stack stack) {
        var events = stack.events();
        var definition = stack.definition();
        return Fields.of(
                "StackId", stack.id(),
                "StackName", stack.name(),
                "Description",
                        Optional.ofNullable(definition.template().content().get("Description")),
                "Parameters", parameters(definition),
                "CreationTime", events.getFirst().time(),
                "LastUpdatedTime", timeOf(stack, "UPDATE_IN_PROGRESS"),
                "DeletionTime", timeOf(stack, "DELETE_IN_PROGRESS"),
                "StackStatus", stack.status(),
                "StackStatusReason", stack.reason(),
                "DisableRollback", "false",
                "Capabilities", definition.capabilities(),
                "Outputs", stack.outputs().stream().map(Descriptions::output).toList(),
                "RoleARN", definition.role(),
                "Tags", tags(definition));
    }

    static List<Map<String, Object>> parameters(StackDefinition definition) {
        return definition.parameters().entrySet().stream()
                .map(entry ->
                        Fields.of("ParameterKey", entry.getKey(), "ParameterValue", shown(definition, entry.getKey())))
                .toList();
    }

    private static String shown(StackDefinition definition, String name) {
        var parameter = StackTemplate.members(
                definition.template().section("Parameters").get(name));
        boolean secret = "true".equals(String.valueOf(parameter.get("NoEcho")));
        return secret ? "****" : definition.parameters().getOrDefault(name, "");
    }

    static List<Map<String, Object>> tags(StackDefinition definition) {
        return definition.tags().entrySet().stream()
                .map(tag -> Fields.of("Key", tag.getKey(), "Value", tag.getValue()))
                .toList();
    }

    private static Map<String, Object> output(Output output) {
        return Fields.of(
                "OutputKey", output.key(),
                "OutputValue", output.value(),
                "Description", output.description(),
                "ExportName", output.export());
    }

    static Map<String, Object> event(Stack stack, StackEvent event) {
        return Fields.of(
                "StackId", stack.id(),
                "EventId", event.id(),
                "StackName", stack.name(),
                "LogicalResourceId", event.resource().logicalId(),
                "PhysicalResourceId", event.resource().physicalId(),
                "ResourceType", event.resource().type(),
                "Timestamp", event.time(),
                "ResourceStatus", event.resource().status(),
                "ResourceStatusReason", event.resource().state().reason(),
                "ClientRequestToken", event.token());
    }

    static Map<String, Object> resource(Stack stack, StackResource resource, String timeName) {
        return Fields.of(
                "StackName",
                stack.name(),
                "StackId",
                stack.id(),
                "LogicalResourceId",
                resource.logicalId(),
                "PhysicalResourceId",
                resource.physicalId(),
                "ResourceType",
                resource.type(),
                timeName,
                lastTime(stack, resource),
                "ResourceStatus",
                resource.status(),
                "ResourceStatusReason",
                resource.state().reason());
    }

    private static String lastTime(Stack stack, StackResource resource) {
        return stack.events().reversed().stream()
                .filter(event -> event.resource().logicalId().equals(resource.logicalId()))
                .findFirst()
                .map(StackEvent::time)
                .orElse("");
    }

    private static Optional<String> timeOf(Stack stack, String status) {
        return stack.events().reversed().stream()
                .filter(event -> event.resource().physicalId().equals(stack.id()))
                .filter(event -> event.resource().status().equals(status))
                .findFirst()
                .map(StackEvent::time);
    }
}
