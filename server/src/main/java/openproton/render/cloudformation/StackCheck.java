package openproton.render.cloudformation;

import static openproton.render.cloudformation.TemplateFindings.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import openproton.base.DataException;
import openproton.render.NearMiss;
import openproton.render.cloudformation.FunctionCheck.Where;
import org.jspecify.annotations.Nullable;

/// Finds the problems for which CloudFormation would refuse a template, not only the first one.
///
/// Does not check names where a macro, an include or a loop can add some.
public final class StackCheck {
    private static final Set<String> SECTIONS = Set.of(
            "AWSTemplateFormatVersion",
            "Description",
            "Metadata",
            "Parameters",
            "Rules",
            "Mappings",
            "Conditions",
            "Transform",
            "Hooks",
            "Resources",
            "Outputs");
    private static final Set<String> RESOURCE_KEYS = Set.of(
            "Type",
            "Description",
            "Properties",
            "Metadata",
            "DependsOn",
            "Condition",
            "CreationPolicy",
            "UpdatePolicy",
            "DeletionPolicy",
            "UpdateReplacePolicy");
    private static final Pattern TYPE =
            Pattern.compile("Custom::[A-Za-z0-9_@-]{1,60}|[A-Za-z0-9]{2,64}(::[A-Za-z0-9]{2,64}){2}(::MODULE)?");
    private static final Pattern LOGICAL_ID = Pattern.compile("[A-Za-z0-9]{1,255}");

    private final StackTemplate template;
    private final KnownNames names;
    private final TemplateFindings findings;

    private StackCheck(StackTemplate template) {
        this.template = template;
        this.names = KnownNames.of(template);
        this.findings = new TemplateFindings(template.document());
    }

    /// The problems of a text; empty for a template that CloudFormation would accept.
    public static List<TemplateProblem> of(String text) {
        try {
            return of(StackTemplate.parse(text));
        } catch (DataException e) {
            return List.of(new TemplateProblem(0, List.of(), String.valueOf(e.getMessage())));
        }
    }

    /// The problems of a template, sorted by line.
    public static List<TemplateProblem> of(StackTemplate template) {
        var check = new StackCheck(template);
        check.checkSections();
        check.checkParameters();
        check.checkConditions();
        check.checkResources();
        check.checkOutputs();
        check.checkCircles();
        check.checkNulls(template.content(), List.of());
        return check.findings.sorted();
    }

    private void checkSections() {
        for (String section : template.content().keySet()) {
            boolean known = SECTIONS.contains(section)
                    || (section.equals("Globals") && !template.transforms().isEmpty());
            if (!known && !names.open()) {
                findings.add(
                        List.of(section),
                        "'%s' is not a section of a template%s".formatted(section, NearMiss.hint(section, SECTIONS)));
            }
        }
        if (template.section("Resources").isEmpty() && !template.content().containsKey("Fn::Transform")) {
            findings.add(List.of("Resources"), "a template needs at least one resource in the section 'Resources'");
        }
        Object form = template.content().getOrDefault("AWSTemplateFormatVersion", "2010-09-09");
        if (form != null && !form.equals("2010-09-09")) {
            findings.add(
                    List.of("AWSTemplateFormatVersion"), "'%s' does not exist; write '2010-09-09'".formatted(form));
        }
    }

    private void checkParameters() {
        template.section("Parameters").forEach((name, definition) -> {
            var parameter = StackTemplate.members(definition);
            if (!isInserted(name) && parameter.keySet().stream().noneMatch(key -> key.matches("Type|Fn::Transform"))) {
                findings.add(List.of("Parameters", name), "a parameter needs a 'Type', such as String");
            }
        });
    }

    private void checkConditions() {
        var check = new FunctionCheck(findings, names, Where.CONDITIONS);
        check.check(template.section("Conditions"), List.of("Conditions"));
        check.check(template.section("Rules"), List.of("Rules"));
    }

    private void checkResources() {
        template.section("Resources").forEach((name, definition) -> {
            List<Object> path = List.of("Resources", name);
            if (!isInserted(name)) {
                checkLogicalId(name, path);
                checkResource(definition, path);
            }
        });
    }

    private void checkResource(@Nullable Object definition, List<Object> path) {
        if (definition == null) {
            return;
        }
        if (!(definition instanceof Map)) {
            findings.add(path, "a resource is a map with 'Type' and 'Properties'");
            return;
        }
        var resource = StackTemplate.members(definition);
        if (!names.open() && !resource.containsKey("Fn::Transform")) {
            checkType(resource, path);
            checkKeys(resource.keySet(), path);
        }
        var functions = new FunctionCheck(findings, names, Where.RESOURCES_AND_OUTPUTS);
        resource.forEach((key, value) -> {
            if (!key.equals("Condition") && !key.equals("DependsOn")) {
                functions.check(value, inside(path, key));
            }
        });
        checkConditionOf(resource, path);
        checkDependsOn(resource.get("DependsOn"), inside(path, "DependsOn"));
    }

    private void checkType(Map<String, Object> resource, List<Object> path) {
        Object type = resource.get("Type");
        if (!resource.containsKey("Type")) {
            findings.add(path, "a resource needs a 'Type', such as AWS::S3::Bucket");
        } else if (type != null && !TYPE.matcher(type.toString()).matches()) {
            findings.add(
                    inside(path, "Type"),
                    "'%s' is not the type of a resource; one looks like AWS::S3::Bucket or Custom::Name"
                            .formatted(type));
        }
    }

    private void checkKeys(Set<String> keys, List<Object> path) {
        for (String key : keys) {
            if (!RESOURCE_KEYS.contains(key) && template.transforms().isEmpty()) {
                findings.add(
                        inside(path, key),
                        "'%s' is not an attribute of a resource%s".formatted(key, NearMiss.hint(key, RESOURCE_KEYS)));
            }
        }
    }

    private void checkConditionOf(Map<String, Object> member, List<Object> path) {
        if (member.get("Condition") instanceof String condition) {
            new FunctionCheck(findings, names, Where.RESOURCES_AND_OUTPUTS)
                    .checkCondition(condition, inside(path, "Condition"));
        }
    }

    private void checkDependsOn(@Nullable Object value, List<Object> path) {
        var needed = new ArrayList<Object>();
        if (value instanceof List<?> list) {
            needed.addAll(list);
        } else if (value != null) {
            needed.add(value);
        }
        for (Object name : needed) {
            if (!(name instanceof String text) || !names.isResource(text)) {
                findings.add(
                        path,
                        "'%s' is not a resource of this template%s"
                                .formatted(name, NearMiss.hint(String.valueOf(name), names.resources())));
            }
        }
    }

    private void checkOutputs() {
        var functions = new FunctionCheck(findings, names, Where.RESOURCES_AND_OUTPUTS);
        template.section("Outputs").forEach((name, definition) -> {
            List<Object> path = List.of("Outputs", name);
            if (!isInserted(name)) {
                checkLogicalId(name, path);
                var output = StackTemplate.members(definition);
                checkOutputValue(output, path);
                checkConditionOf(output, path);
                functions.check(output.get("Value"), inside(path, "Value"));
                functions.check(output.get("Export"), inside(path, "Export"));
            }
        });
    }

    private void checkOutputValue(Map<String, Object> output, List<Object> path) {
        Object value = output.get("Value");
        if (!output.containsKey("Value") && !output.containsKey("Fn::Transform")) {
            findings.add(path, "an output needs a 'Value'");
        } else if (value instanceof List || (value instanceof Map && !Functions.isCall(value))) {
            findings.add(inside(path, "Value"), "an output is one text; use Fn::Join for a list");
        }
    }

    private void checkLogicalId(String name, List<Object> path) {
        if (!LOGICAL_ID.matcher(name).matches()) {
            findings.add(path, "'%s' is not a logical id: letters and digits only".formatted(name));
        }
    }

    private void checkCircles() {
        var resources = Dependencies.ofResources(template).circle();
        if (!resources.isEmpty()) {
            findings.add(List.of("Resources", resources.iterator().next()), circular("resources", resources));
        }
        var conditions = Dependencies.ofConditions(template).circle();
        if (!conditions.isEmpty()) {
            findings.add(List.of("Conditions", conditions.iterator().next()), circular("conditions", conditions));
        }
    }

    private static String circular(String kind, Set<String> circle) {
        return "Circular dependency between %s: %s; one of them must do without another".formatted(kind, circle);
    }

    private void checkNulls(@Nullable Object value, List<Object> path) {
        switch (value) {
            case null -> findings.add(path, "'null' values are not allowed in templates; give a value or leave it out");
            case Map<?, ?> map -> map.forEach((key, member) -> checkNulls(member, inside(path, String.valueOf(key))));
            case List<?> list -> {
                for (int index = 0; index < list.size(); index++) {
                    checkNulls(list.get(index), inside(path, index));
                }
            }
            default -> {}
        }
    }

    private static boolean isInserted(String name) {
        return Functions.isPrefixed(name);
    }
}
