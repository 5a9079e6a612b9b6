package openproton.render.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which members of a section depend on which others.
///
/// @param needs name to the names that it names; both are in the section
public record Dependencies(Map<String, Set<String>> needs) {

    /// The dependencies of resources by Ref, Fn::GetAtt, Fn::Sub and DependsOn.
    public static Dependencies ofResources(StackTemplate template) {
        return among(template.section("Resources"), false);
    }

    static Dependencies ofConditions(StackTemplate template) {
        return among(template.section("Conditions"), true);
    }

    private static Dependencies among(Map<String, Object> section, boolean conditions) {
        var needs = new LinkedHashMap<String, Set<String>>();
        section.forEach((name, definition) -> {
            var named = new LinkedHashSet<String>();
            if (conditions) {
                addConditions(definition, named);
            } else {
                addResources(definition, named);
                addListed(StackTemplate.members(definition).get("DependsOn"), named);
            }
            named.retainAll(section.keySet());
            needs.put(name, named);
        });
        return new Dependencies(needs);
    }

    /// The names sorted so that each follows its dependencies. Names in cycles, and those that depend on them, come
    /// last.
    public List<String> order() {
        var order = new ArrayList<String>();
        var open = new LinkedHashSet<>(needs.keySet());
        boolean moved = true;
        while (moved) {
            moved = open.removeIf(
                    name -> needs.getOrDefault(name, Set.of()).stream().allMatch(order::contains) && order.add(name));
        }
        order.addAll(open);
        return order;
    }

    /// The names in cycles, or between cycles; empty when there is no cycle.
    public Set<String> circle() {
        var left = new TreeSet<>(needs.keySet());
        while (left.removeIf(name -> isFree(name, left) || isUnneeded(name, left))) {
            // what is removed may free others
        }
        return left;
    }

    private boolean isFree(String name, Set<String> left) {
        return needs.getOrDefault(name, Set.of()).stream().noneMatch(left::contains);
    }

    private boolean isUnneeded(String name, Set<String> left) {
        return left.stream()
                .noneMatch(other -> needs.getOrDefault(other, Set.of()).contains(name));
    }

    private static void addResources(@Nullable Object value, Set<String> named) {
        switch (value) {
            case List<?> list -> list.forEach(item -> addResources(item, named));
            case Map<?, ?> map -> {
                if (Functions.isCall(map)) {
                    addCalled(map, named);
                }
                map.values().forEach(member -> addResources(member, named));
            }
            case null, default -> {}
        }
    }

    private static void addCalled(Map<?, ?> call, Set<String> named) {
        if (call.get("Ref") instanceof String name) {
            named.add(name);
        } else if (call.get("Fn::GetAtt") instanceof List<?> list && !list.isEmpty()) {
            named.add(String.valueOf(list.getFirst()));
        } else if (call.get("Fn::Sub") instanceof String text) {
            addVariables(text, Set.of(), named);
        } else if (call.get("Fn::Sub") instanceof List<?> list && list.size() == 2) {
            addVariables(
                    String.valueOf(list.getFirst()),
                    StackTemplate.members(list.getLast()).keySet(),
                    named);
        }
    }

    private static void addVariables(String text, Set<String> own, Set<String> named) {
        new SubText(text)
                .variables().stream()
                        .filter(variable -> !own.contains(variable))
                        .map(SubText::nameOf)
                        .forEach(named::add);
    }

    private static void addListed(@Nullable Object value, Set<String> named) {
        if (value instanceof String name) {
            named.add(name);
        } else if (value instanceof List<?> list) {
            list.forEach(name -> named.add(String.valueOf(name)));
        }
    }

    private static void addConditions(@Nullable Object value, Set<String> named) {
        switch (value) {
            case List<?> list -> list.forEach(item -> addConditions(item, named));
            case Map<?, ?> map -> {
                if (map.get("Condition") instanceof String name) {
                    named.add(name);
                }
                map.values().forEach(member -> addConditions(member, named));
            }
            case null, default -> {}
        }
    }
}
