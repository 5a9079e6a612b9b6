package openproton.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads from a request what a stack shall be, and refuses what CloudFormation would refuse at once.
///
/// @param templates finds the template
/// @param faults name the roles that cannot be used
record StackDefinitions(TemplateSource templates, Faults faults) {
    private static final int TAGS_MAX = 50;

    StackDefinition read(QueryRequest request, Optional<Stack> stack) {
        String text = templates.text(request, stack);
        var template = TemplateSource.checked(text);
        var capabilities = request.texts("Capabilities");
        Capabilities.check(template, capabilities, request.operation().equals("CreateChangeSet"));
        var before = stack.map(Stack::definition);
        var parameters = new ParameterValues(
                        template.section("Parameters"),
                        before.map(StackDefinition::parameters).orElse(Map.of()))
                .resolve(request.structures("Parameters"));
        var role = request.text("RoleARN").or(() -> before.flatMap(StackDefinition::role));
        role.ifPresent(this::checkRole);
        var given = request.structures("Tags");
        var tags = given.isEmpty() ? before.map(StackDefinition::tags).orElse(Map.of()) : tags(given);
        return new StackDefinition(text, template, parameters, tags, capabilities, role);
    }

    private void checkRole(String role) {
        if (faults.deniedRoles.contains(role)) {
            throw AwsRefusal.validation("Role %s is invalid or cannot be assumed".formatted(role));
        }
    }

    private static Map<String, String> tags(List<Map<String, String>> given) {
        var tags = new LinkedHashMap<String, String>();
        given.forEach(tag -> tags.put(tag.getOrDefault("Key", ""), tag.getOrDefault("Value", "")));
        if (tags.size() > TAGS_MAX) {
            throw AwsRefusal.validation(
                    "1 validation error detected: Value at 'tags' failed to satisfy constraint: Member must have length"
                            + " less than or equal to 50");
        }
        tags.keySet().stream().filter(key -> key.startsWith("aws:")).findFirst().ifPresent(key -> {
            throw AwsRefusal.validation("Tag keys starting with 'aws:' are reserved for system use: %s".formatted(key));
        });
        return tags;
    }
}
