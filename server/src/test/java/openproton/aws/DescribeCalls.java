package openproton.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import openproton.render.cloudformation.StackTemplate;

/// The operations that only look; looking at stacks or events lets them move on by one step afterwards.
///
/// @param stacks all there are
/// @param templates finds templates to validate
/// @param pageSize events and resources in one answer
record DescribeCalls(StandInStacks stacks, TemplateSource templates, int pageSize) {

    Map<String, Object> stacks(QueryRequest request) {
        var found = request.text("StackName")
                .map(name -> List.of(stacks.get(request.caller(), name)))
                .orElseGet(() -> stacks.visible(request.caller()).stream()
                        .filter(stack -> !stack.isDeleted())
                        .toList());
        var answer = Fields.of("Stacks", found.stream().map(Descriptions::stack).toList());
        StandInStacks.look(found);
        return answer;
    }

    Map<String, Object> list(QueryRequest request) {
        var statuses = request.texts("StackStatusFilter");
        return Fields.of(
                "StackSummaries",
                stacks.visible(request.caller()).stream()
                        .filter(stack -> statuses.isEmpty() || statuses.contains(stack.status()))
                        .map(stack -> Fields.of(
                                "StackId", stack.id(),
                                "StackName", stack.name(),
                                "CreationTime", stack.events().getFirst().time(),
                                "StackStatus", stack.status()))
                        .toList());
    }

    /// Newest first; a token counts from the oldest, so that new events do not shift the pages.
    Map<String, Object> events(QueryRequest request) {
        Stack stack = stacks.get(request.caller(), request.required("StackName"));
        int end = request.text("NextToken")
                .map(Integer::parseInt)
                .orElse(stack.events().size());
        int start = Math.max(0, end - pageSize);
        var page = stack.events().subList(start, end).reversed().stream()
                .map(event -> Descriptions.event(stack, event))
                .toList();
        var answer = Fields.of("StackEvents", page, "NextToken", start == 0 ? "" : String.valueOf(start));
        if (request.text("NextToken").isEmpty()) {
            StandInStacks.look(List.of(stack));
        }
        return answer;
    }

    Map<String, Object> listResources(QueryRequest request) {
        Stack stack = stacks.get(request.caller(), request.required("StackName"));
        var all = List.copyOf(stack.resources().values());
        int start = request.text("NextToken").map(Integer::parseInt).orElse(0);
        int end = Math.min(all.size(), start + pageSize);
        var page = all.subList(start, end).stream()
                .map(resource -> Descriptions.resource(stack, resource, "LastUpdatedTimestamp"))
                .toList();
        return Fields.of("StackResourceSummaries", page, "NextToken", end == all.size() ? "" : String.valueOf(end));
    }

    Map<String, Object> resources(QueryRequest request) {
        var physicalId = request.text("PhysicalResourceId");
        Stack stack = physicalId.isPresent() ? owner(request, physicalId.get()) : named(request);
        var logicalId = request.text("LogicalResourceId");
        return Fields.of(
                "StackResources",
                stack.resources().values().stream()
                        .filter(it -> logicalId
                                .filter(id -> !id.equals(it.logicalId()))
                                .isEmpty())
                        .map(it -> Descriptions.resource(stack, it, "Timestamp"))
                        .toList());
    }

    Map<String, Object> resource(QueryRequest request) {
        Stack stack = named(request);
        String logicalId = request.required("LogicalResourceId");
        StackResource resource = Optional.ofNullable(stack.resources().get(logicalId))
                .orElseThrow(() -> AwsRefusal.validation(
                        "Resource %s does not exist for stack %s".formatted(logicalId, stack.name())));
        return Fields.of("StackResourceDetail", Descriptions.resource(stack, resource, "LastUpdatedTimestamp"));
    }

    Map<String, Object> template(QueryRequest request) {
        var named = request.text("ChangeSetName");
        Stack stack = named(request);
        Function<String, Optional<String>> textOf =
                name -> Optional.ofNullable(stack.changeSets().get(name))
                        .map(it -> it.definition().text());
        String text = named.flatMap(textOf).orElse(stack.definition().text());
        return Fields.of("TemplateBody", text, "StagesAvailable", List.of("Original", "Processed"));
    }

    Map<String, Object> validate(QueryRequest request) {
        var template = TemplateSource.checked(templates.text(request, Optional.empty()));
        var needed = Capabilities.needed(template);
        return Fields.of(
                "Parameters",
                template.section("Parameters").entrySet().stream()
                        .map(entry -> parameter(entry.getKey(), StackTemplate.members(entry.getValue())))
                        .toList(),
                "Description",
                Optional.ofNullable(template.content().get("Description")),
                "Capabilities",
                needed.map(List::of).orElse(List.of()),
                "CapabilitiesReason",
                needed.map(_ -> "The following resource(s) require capabilities: [AWS::IAM]"),
                "DeclaredTransforms",
                template.transforms());
    }

    private static Map<String, Object> parameter(String name, Map<String, Object> definition) {
        return Fields.of(
                "ParameterKey", name,
                "DefaultValue", Optional.ofNullable(definition.get("Default")),
                "NoEcho", String.valueOf(definition.getOrDefault("NoEcho", false)),
                "Description", Optional.ofNullable(definition.get("Description")));
    }

    private Stack named(QueryRequest request) {
        return stacks.get(request.caller(), request.required("StackName"));
    }

    private Stack owner(QueryRequest request, String physicalId) {
        return stacks.visible(request.caller()).stream()
                .filter(stack -> !stack.isDeleted()
                        && stack.resources().values().stream()
                                .anyMatch(it -> it.physicalId().equals(physicalId)))
                .findFirst()
                .orElseThrow(() -> AwsRefusal.validation("Stack for %s does not exist".formatted(physicalId)));
    }
}
