package openproton.render.cloudformation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The names that a template's functions may use.
///
/// @param parameters given when the stack is made
/// @param resources logical ids
/// @param conditions names of the section Conditions
/// @param mappings the section Mappings
/// @param serverless the resources of AWS::Serverless, which generate others whose names begin with theirs
/// @param reach which other names are allowed
record KnownNames(
        Set<String> parameters,
        Set<String> resources,
        Set<String> conditions,
        Map<String, Object> mappings,
        Set<String> serverless,
        Reach reach) {

    /// Which names the transforms of a template allow in addition.
    enum Reach {
        /// Only the names in the template.
        CLOSED,
        /// The same, and functions in the place of names, as AWS::LanguageExtensions allows.
        COMPUTED,
        /// Any name: a macro, an include or a loop can add unknown ones.
        OPEN
    }

    /// The parameters that every stack has.
    static final Set<String> PSEUDO = Set.of(
            "AWS::AccountId",
            "AWS::NoValue",
            "AWS::NotificationARNs",
            "AWS::Partition",
            "AWS::Region",
            "AWS::StackId",
            "AWS::StackName",
            "AWS::URLSuffix");

    private static final String SERVERLESS = "AWS::Serverless-2016-10-31";
    private static final String EXTENSIONS = "AWS::LanguageExtensions";

    /// Transforms that add no names, or none but those that [#isGenerated] knows.
    private static final Set<String> CLOSED_TRANSFORMS = Set.of(SERVERLESS, EXTENSIONS, "AWS::CodeDeployBlueGreen");

    private static final List<String> GENERATED_BY_EVENTS = List.of(
            "ServerlessRestApi", "ServerlessHttpApi", "ServerlessDeploymentApplication", "CodeDeployServiceRole");

    static KnownNames of(StackTemplate template) {
        return new KnownNames(
                template.section("Parameters").keySet(),
                template.section("Resources").keySet(),
                template.section("Conditions").keySet(),
                template.section("Mappings"),
                serverless(template),
                reach(template));
    }

    private static Reach reach(StackTemplate template) {
        if (isOpen(template)) {
            return Reach.OPEN;
        }
        return template.transforms().contains(EXTENSIONS) ? Reach.COMPUTED : Reach.CLOSED;
    }

    private static Set<String> serverless(StackTemplate template) {
        if (!template.transforms().contains(SERVERLESS)) {
            return Set.of();
        }
        return template.section("Resources").entrySet().stream()
                .filter(entry -> String.valueOf(
                                StackTemplate.members(entry.getValue()).get("Type"))
                        .startsWith("AWS::Serverless::"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isOpen(StackTemplate template) {
        return !CLOSED_TRANSFORMS.containsAll(template.transforms())
                || addsNames(template.content().keySet())
                || template.content().keySet().stream()
                        .anyMatch(section -> addsNames(template.section(section).keySet()));
    }

    private static boolean addsNames(Collection<String> keys) {
        return keys.stream().anyMatch(key -> key.equals("Fn::Transform") || Functions.isLoop(key));
    }

    boolean open() {
        return reach == Reach.OPEN;
    }

    /// Whether a function may stand where a name is expected.
    boolean computed() {
        return reach != Reach.CLOSED;
    }

    boolean isValue(String name) {
        return parameters.contains(name) || PSEUDO.contains(name);
    }

    boolean isResource(String name) {
        return open() || resources.contains(name) || isGenerated(name);
    }

    private boolean isGenerated(String name) {
        return serverless.stream().anyMatch(name::startsWith)
                || (!serverless.isEmpty() && GENERATED_BY_EVENTS.stream().anyMatch(name::startsWith));
    }

    /// Everything that Ref accepts, for hints.
    Set<String> referable() {
        var all = new TreeSet<>(PSEUDO);
        all.addAll(parameters);
        all.addAll(resources);
        return all;
    }
}
