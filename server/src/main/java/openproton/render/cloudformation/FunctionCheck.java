package openproton.render.cloudformation;

import static openproton.render.cloudformation.TemplateFindings.inside;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openproton.render.NearMiss;
import org.jspecify.annotations.Nullable;

/// Checks the functions in a value: that they are known, have the right form, and name things that exist.
///
/// @param findings collects the problems
/// @param names the names that the template defines
/// @param where which functions are allowed there
record FunctionCheck(TemplateFindings findings, KnownNames names, Where where) {

    /// CloudFormation evaluates conditions and rules before it creates resources.
    enum Where {
        RESOURCES_AND_OUTPUTS,
        CONDITIONS
    }

    void check(@Nullable Object value, List<Object> path) {
        switch (value) {
            case Map<?, ?> map -> checkMap(StackTemplate.members(map), path);
            case List<?> list -> {
                for (int index = 0; index < list.size(); index++) {
                    check(list.get(index), inside(path, index));
                }
            }
            case null, default -> {}
        }
    }

    private void checkMap(Map<String, Object> map, List<Object> path) {
        if (Functions.isCall(map) || isConditionCall(map)) {
            String function = map.keySet().iterator().next();
            checkCall(function, map.get(function), inside(path, function));
        } else {
            map.forEach((key, member) -> {
                checkAlone(key, map, inside(path, key));
                check(member, inside(path, key));
            });
        }
    }

    private boolean isConditionCall(Map<String, Object> map) {
        return where == Where.CONDITIONS && map.size() == 1 && map.containsKey("Condition");
    }

    private void checkAlone(String key, Map<String, Object> map, List<Object> path) {
        if (map.size() > 1 && Functions.isPrefixed(key) && !key.equals("Fn::Transform") && !Functions.isLoop(key)) {
            findings.add(path, "'%s' has other keys beside it; a function is the only key of its map".formatted(key));
        }
    }

    private void checkCall(String function, @Nullable Object argument, List<Object> path) {
        if (!Functions.isKnown(function)) {
            findings.add(
                    path,
                    "'%s' is not a function of CloudFormation%s"
                            .formatted(function, NearMiss.hint(function, Functions.BY_TAG.values())));
        } else if (argument != null && !isComputed(function, argument) && fits(function, argument, path)) {
            checkNamed(function, argument, path);
        }
        check(argument, path);
    }

    private boolean isComputed(String function, Object argument) {
        boolean named = function.equals("Ref") || function.equals("Fn::GetAtt");
        return named
                && names.computed()
                && (Functions.isCall(argument)
                        || (argument instanceof List<?> list && list.stream().anyMatch(Functions::isCall)));
    }

    private boolean fits(String function, Object argument, List<Object> path) {
        var shape = ArgumentForm.of(function);
        if (shape.isPresent() && !shape.get().fits().test(argument)) {
            findings.add(path, "'%s' takes %s".formatted(function, shape.get().right()));
            return false;
        }
        return true;
    }

    private void checkNamed(String function, Object argument, List<Object> path) {
        switch (function) {
            case "Ref" -> checkRef(argument.toString(), path);
            case "Fn::GetAtt" -> checkResource(first(argument), path);
            case "Fn::Sub" -> checkSub(argument, path);
            case "Fn::FindInMap" -> checkFind((List<?>) argument, path);
            case "Fn::If" -> checkCondition(first(argument), path);
            case "Condition" -> checkCondition(argument.toString(), path);
            default -> {}
        }
    }

    private static String first(Object argument) {
        return ((List<?>) argument).getFirst().toString();
    }

    private void checkRef(String name, List<Object> path) {
        if (names.isValue(name)) {
            return;
        }
        if (where == Where.CONDITIONS && names.resources().contains(name)) {
            findings.add(path, "'%s' is a resource; conditions are decided before, by parameters".formatted(name));
        } else if (!names.isResource(name)) {
            findings.add(
                    path,
                    "'%s' is neither a parameter nor a resource of this template%s"
                            .formatted(name, NearMiss.hint(name, names.referable())));
        }
    }

    private void checkResource(String name, List<Object> path) {
        if (names.isValue(name)) {
            findings.add(path, "'%s' is a parameter and has no attributes; use Ref".formatted(name));
        } else if (!names.isResource(name)) {
            findings.add(path, unknown(name, "a resource", names.resources()));
        }
    }

    private void checkSub(Object argument, List<Object> path) {
        var own = new HashSet<String>();
        String text = argument.toString();
        if (argument instanceof List<?> list) {
            text = list.getFirst().toString();
            own.addAll(StackTemplate.members(list.getLast()).keySet());
        }
        new SubText(text).variables().stream().distinct().forEach(variable -> checkVariable(variable, own, path));
    }

    private void checkVariable(String variable, Set<String> own, List<Object> path) {
        if (!SubText.isName(variable)) {
            findings.add(
                    path,
                    "'${%s}' is not a variable: letters, digits and _ . : only; write '${!%s}' for the text itself"
                            .formatted(variable, variable));
        } else if (!own.contains(variable)) {
            if (variable.contains(".")) {
                checkResource(SubText.nameOf(variable), path);
            } else {
                checkRef(variable, path);
            }
        }
    }

    void checkCondition(String name, List<Object> path) {
        if (!names.open() && !names.conditions().contains(name)) {
            findings.add(path, unknown(name, "a condition", names.conditions()));
        }
    }

    private void checkFind(List<?> argument, List<Object> path) {
        if (!names.open() && argument.size() == 3 && argument.getFirst() instanceof String mapping) {
            if (!names.mappings().containsKey(mapping)) {
                findings.add(
                        path, unknown(mapping, "a mapping", names.mappings().keySet()));
            } else {
                checkKeys(StackTemplate.members(names.mappings().get(mapping)), argument, path);
            }
        }
    }

    private void checkKeys(Map<String, Object> mapping, List<?> argument, List<Object> path) {
        if (argument.get(1) instanceof String top && !mapping.containsKey("Fn::Transform")) {
            if (!mapping.containsKey(top)) {
                findings.add(
                        path, unknown(top, "a key of mapping '%s'".formatted(argument.getFirst()), mapping.keySet()));
                return;
            }
            var second = StackTemplate.members(mapping.get(top));
            if (argument.get(2) instanceof String key && !second.containsKey(key)) {
                findings.add(path, unknown(key, "a key of '%s' in a mapping".formatted(top), second.keySet()));
            }
        }
    }

    private static String unknown(String name, String kind, Collection<String> known) {
        return "'%s' is not %s of this template%s".formatted(name, kind, NearMiss.hint(name, known));
    }
}
