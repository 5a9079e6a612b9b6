package openproton.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import openproton.render.cloudformation.StackTemplate;

/// What names stand for in one stack, with the resources it has at this moment.
///
/// @param definition may be newer than that of the stack
/// @param exports name of an export to its value
record StackValues(Stack stack, StackDefinition definition, UnaryOperator<String> exports) implements NamedValues {

    Intrinsics intrinsics() {
        return new Intrinsics(definition.template(), this);
    }

    @Override
    public Optional<Object> parameter(String name) {
        return switch (name) {
            case "AWS::AccountId" -> Optional.of(stack.account());
            case "AWS::Region" -> Optional.of(stack.region());
            case "AWS::StackName" -> Optional.of(stack.name());
            case "AWS::StackId" -> Optional.of(stack.id());
            case "AWS::Partition" -> Optional.of("aws");
            case "AWS::URLSuffix" -> Optional.of("amazonaws.com");
            case "AWS::NotificationARNs" -> Optional.of(List.of());
            default -> Optional.ofNullable(definition.parameters().get(name)).map(value -> typed(name, value));
        };
    }

    private Object typed(String name, String value) {
        Map<String, Object> parameter = StackTemplate.members(
                definition.template().section("Parameters").get(name));
        String type = String.valueOf(parameter.get("Type"));
        if (type.startsWith("AWS::SSM::Parameter::Value<")) {
            return type.contains("AWS::EC2::Image::Id") ? "ami-0123456789abcdef0" : "value-of-" + value;
        }
        return type.equals("CommaDelimitedList") || type.startsWith("List<")
                ? List.of((Object[]) value.split("\\s*,\\s*", -1))
                : value;
    }

    @Override
    public String resource(String logicalId) {
        return found(logicalId).physicalId();
    }

    @Override
    public Object attribute(String logicalId, String attribute) {
        return stack.values().attribute(found(logicalId), attribute);
    }

    @Override
    public String exported(String name) {
        return exports.apply(name);
    }

    private StackResource found(String logicalId) {
        StackResource resource = stack.resources().get(logicalId);
        if (resource != null) {
            return resource;
        } else if (definition.template().transforms().isEmpty()) {
            throw AwsRefusal.validation(
                    ("Template format error: Unresolved resource dependencies [%s] in the Resources block of the"
                                    + " template")
                            .formatted(logicalId));
        }
        return generated(logicalId);
    }

    /// A resource that a transform would have made from another, such as a function's role.
    private StackResource generated(String logicalId) {
        String type = logicalId.endsWith("Role") ? "AWS::IAM::Role" : "AWS::Generated::Resource";
        String physicalId = stack.values().physicalId(logicalId, type, Map.of(), 0);
        return new StackResource(
                logicalId, physicalId, type, Map.of(), new StackResource.State("CREATE_COMPLETE", ""), 0);
    }
}
