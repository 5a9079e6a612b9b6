package openproton.aws;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import openproton.base.Json;
import openproton.render.cloudformation.Functions;
import openproton.render.cloudformation.StackTemplate;
import openproton.render.cloudformation.SubText;

/// Evaluates the intrinsic functions of a template.
///
/// @param template has the conditions and mappings
/// @param names the values of its parameters and resources
record Intrinsics(StackTemplate template, NamedValues names) {
    /// Ref of AWS::NoValue: takes the place that it would have out.
    static final Object NO_VALUE = new Object();

    /// Whether a condition of the template holds.
    boolean holds(String condition) {
        Object definition = template.section("Conditions").get(condition);
        if (definition == null) {
            throw AwsRefusal.validation("Template error: unresolved condition dependency %s".formatted(condition));
        }
        return isTrue(definition);
    }

    Object value(Object node) {
        return switch (node) {
            case Map<?, ?> map -> Functions.isCall(map) ? call(map) : members(map);
            case List<?> list -> items(list);
            default -> node;
        };
    }

    String text(Object node) {
        return asText(value(node));
    }

    static String asText(Object value) {
        return switch (value) {
            case List<?> list ->
                String.join(",", list.stream().map(Intrinsics::asText).toList());
            case Map<?, ?> map -> Json.write(map);
            default -> value.toString();
        };
    }

    private Map<String, Object> members(Map<?, ?> map) {
        var members = new LinkedHashMap<String, Object>();
        map.forEach((key, member) -> {
            Object value = value(member);
            if (value != NO_VALUE) {
                members.put(key.toString(), value);
            }
        });
        return members;
    }

    private List<Object> items(List<?> list) {
        var items = new ArrayList<Object>();
        list.stream().map(this::value).filter(value -> value != NO_VALUE).forEach(items::add);
        return items;
    }

    private Object call(Map<?, ?> call) {
        String function = call.keySet().iterator().next().toString();
        Object argument = call.get(function);
        return switch (function) {
            case "Ref" -> reference(argument.toString());
            case "Fn::GetAtt" -> attribute((List<?>) argument);
            case "Fn::Sub" -> substituted(argument);
            case "Fn::Join" -> join((List<?>) argument);
            case "Fn::Select" -> select((List<?>) argument);
            case "Fn::Split" -> split((List<?>) argument);
            case "Fn::FindInMap" -> find((List<?>) argument);
            case "Fn::If" -> choose((List<?>) argument);
            case "Fn::Equals", "Fn::And", "Fn::Or", "Fn::Not", "Condition" -> isTrue(call);
            case "Fn::ImportValue" -> names.exported(text(argument));
            case "Fn::GetAZs" -> zones(text(argument));
            case "Fn::Base64" ->
                Base64.getEncoder().encodeToString(text(argument).getBytes(StandardCharsets.UTF_8));
            case "Fn::Cidr" -> cidr((List<?>) argument);
            case "Fn::Length" -> (long) list(argument).size();
            case "Fn::ToJsonString" -> Json.write(value(argument));
            case "Fn::Transform" -> NO_VALUE;
            default -> throw AwsRefusal.validation("Template error: %s is not evaluated here".formatted(function));
        };
    }

    private Object reference(String name) {
        if (name.equals("AWS::NoValue")) {
            return NO_VALUE;
        }
        return names.parameter(name).orElseGet(() -> names.resource(name));
    }

    private Object attribute(List<?> argument) {
        return names.attribute(argument.get(0).toString(), text(argument.get(1)));
    }

    private String substituted(Object argument) {
        if (argument instanceof List<?> list) {
            var own = members((Map<?, ?>) list.get(1));
            return new SubText(list.get(0).toString())
                    .replaced(name -> own.containsKey(name) ? asText(own.get(name)) : variable(name));
        }
        return new SubText(argument.toString()).replaced(this::variable);
    }

    private String variable(String name) {
        int dot = name.indexOf('.');
        return asText(dot < 0 ? reference(name) : names.attribute(name.substring(0, dot), name.substring(dot + 1)));
    }

    private String join(List<?> argument) {
        return String.join(
                argument.get(0).toString(),
                list(argument.get(1)).stream().map(Intrinsics::asText).toList());
    }

    private Object select(List<?> argument) {
        int index = Integer.parseInt(text(argument.get(0)));
        var list = list(argument.get(1));
        if (index < 0 || index >= list.size()) {
            throw AwsRefusal.validation(
                    "Template error: Fn::Select cannot select nonexistent value at index %d".formatted(index));
        }
        return list.get(index);
    }

    private List<Object> split(List<?> argument) {
        return List.of((Object[])
                text(argument.get(1)).split(Pattern.quote(argument.get(0).toString()), -1));
    }

    private Object find(List<?> argument) {
        Object found = template.section("Mappings").get(text(argument.get(0)));
        String top = text(argument.get(1));
        String second = text(argument.get(2));
        Object value =
                found instanceof Map<?, ?> map && map.get(top) instanceof Map<?, ?> inner ? inner.get(second) : null;
        if (value != null) {
            return value;
        }
        if (argument.size() == 4
                && argument.get(3) instanceof Map<?, ?> options
                && options.containsKey("DefaultValue")) {
            return value(options.get("DefaultValue"));
        }
        throw AwsRefusal.validation(
                "Template error: Unable to get mapping for %s::%s::%s".formatted(text(argument.get(0)), top, second));
    }

    private Object choose(List<?> argument) {
        return value(argument.get(holds(argument.get(0).toString()) ? 1 : 2));
    }

    private List<String> zones(String region) {
        String named = region.isEmpty() ? asText(reference("AWS::Region")) : region;
        return List.of(named + "a", named + "b", named + "c");
    }

    private List<String> cidr(List<?> argument) {
        int hostBits = argument.size() < 3 ? 8 : Integer.parseInt(text(argument.get(2)));
        return CidrBlocks.of(text(argument.get(0)), Integer.parseInt(text(argument.get(1))), hostBits);
    }

    private List<?> list(Object node) {
        if (value(node) instanceof List<?> list) {
            return list;
        }
        throw AwsRefusal.validation("Template error: every value of a list function must be a list");
    }

    private boolean isTrue(Object node) {
        if (node instanceof Map<?, ?> call && call.size() == 1) {
            String function = call.keySet().iterator().next().toString();
            Object argument = call.get(function);
            return switch (function) {
                case "Condition" -> holds(argument.toString());
                case "Fn::Equals" -> text(at(argument, 0)).equals(text(at(argument, 1)));
                case "Fn::And" -> ((List<?>) argument).stream().allMatch(this::isTrue);
                case "Fn::Or" -> ((List<?>) argument).stream().anyMatch(this::isTrue);
                case "Fn::Not" -> !isTrue(at(argument, 0));
                default -> Boolean.parseBoolean(text(node));
            };
        }
        return Boolean.parseBoolean(text(node));
    }

    private static Object at(Object list, int index) {
        return ((List<?>) list).get(index);
    }
}
