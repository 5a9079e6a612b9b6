package openproton.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.render.cloudformation.StackTemplate;

/// What a stack is asked to be.
///
/// @param text the template as it was sent
/// @param parameters as they were given, with the template's defaults
/// @param tags in the order they were given
/// @param role the role that CloudFormation shall use
record StackDefinition(
        String text,
        StackTemplate template,
        Map<String, String> parameters,
        Map<String, String> tags,
        List<String> capabilities,
        Optional<String> role) {

    Map<String, Object> resource(String logicalId) {
        return StackTemplate.members(template.section("Resources").get(logicalId));
    }

    String type(String logicalId) {
        return String.valueOf(resource(logicalId).get("Type"));
    }

    boolean isRetained(String logicalId) {
        return "Retain".equals(resource(logicalId).get("DeletionPolicy"));
    }
}
