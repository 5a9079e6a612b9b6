package openproton.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openproton.render.cloudformation.StackTemplate;

/// What a template may only do when its sender says that this is known.
final class Capabilities {
    private static final Map<String, String> NAMES = Map.of(
            "AWS::IAM::Group", "GroupName",
            "AWS::IAM::InstanceProfile", "InstanceProfileName",
            "AWS::IAM::ManagedPolicy", "ManagedPolicyName",
            "AWS::IAM::Role", "RoleName",
            "AWS::IAM::User", "UserName");
    private static final Set<String> OTHERS =
            Set.of("AWS::IAM::AccessKey", "AWS::IAM::Policy", "AWS::IAM::UserToGroupAddition");

    private Capabilities() {}

    /// @param changeSet macros are run there for all to see, so that AUTO_EXPAND is not needed
    static void check(StackTemplate template, List<String> given, boolean changeSet) {
        var needed = needed(template);
        boolean known = needed.isEmpty()
                || given.contains("CAPABILITY_NAMED_IAM")
                || (needed.get().equals("CAPABILITY_IAM") && given.contains("CAPABILITY_IAM"));
        if (!known) {
            throw refusal(needed.get());
        }
        if (!changeSet && !template.transforms().isEmpty() && !given.contains("CAPABILITY_AUTO_EXPAND")) {
            throw refusal("CAPABILITY_AUTO_EXPAND");
        }
    }

    static Optional<String> needed(StackTemplate template) {
        Optional<String> needed = Optional.empty();
        for (Object definition : template.section("Resources").values()) {
            var resource = StackTemplate.members(definition);
            String type = String.valueOf(resource.get("Type"));
            var properties = StackTemplate.members(resource.get("Properties"));
            if (NAMES.containsKey(type) && properties.containsKey(NAMES.get(type))) {
                return Optional.of("CAPABILITY_NAMED_IAM");
            }
            boolean makesRole = type.equals("AWS::Serverless::Function") && !properties.containsKey("Role");
            if (NAMES.containsKey(type) || OTHERS.contains(type) || makesRole) {
                needed = Optional.of("CAPABILITY_IAM");
            }
        }
        return needed;
    }

    private static AwsRefusal refusal(String needed) {
        return new AwsRefusal(
                400, "InsufficientCapabilitiesException", "Requires capabilities : [%s]".formatted(needed));
    }
}
