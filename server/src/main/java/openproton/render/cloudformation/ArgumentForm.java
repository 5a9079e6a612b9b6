package openproton.render.cloudformation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The form of the argument of one intrinsic function.
///
/// @param right the form as a text for people
/// @param fits whether an argument has the form
record ArgumentForm(String right, Predicate<Object> fits) {
    private static final Map<String, ArgumentForm> BY_FUNCTION = Map.ofEntries(
            Map.entry("Ref", new ArgumentForm("a name", ArgumentForm::isName)),
            Map.entry("Condition", new ArgumentForm("the name of a condition", ArgumentForm::isName)),
            Map.entry("Fn::GetAtt", listed("[resource, attribute]", ArgumentForm::isName, ArgumentForm::isText)),
            Map.entry("Fn::Sub", new ArgumentForm("a text, or [text, {variable: value}]", ArgumentForm::isSub)),
            Map.entry("Fn::Join", listed("[delimiter, [value, …]]", String.class::isInstance, ArgumentForm::isList)),
            Map.entry("Fn::Select", listed("[index, [value, …]]", ArgumentForm::isIndex, ArgumentForm::isList)),
            Map.entry("Fn::Split", listed("[delimiter, text]", ArgumentForm::isName, ArgumentForm::isText)),
            Map.entry(
                    "Fn::FindInMap",
                    new ArgumentForm("[mapping, top-level key, second-level key]", ArgumentForm::isFind)),
            Map.entry(
                    "Fn::If",
                    listed("[condition, value if true, value if false]", ArgumentForm::isName, _ -> true, _ -> true)),
            Map.entry("Fn::Equals", listed("[value, value]", _ -> true, _ -> true)),
            Map.entry("Fn::And", new ArgumentForm("a list of two to ten conditions", it -> isCounted(it, 2, 10))),
            Map.entry("Fn::Or", new ArgumentForm("a list of two to ten conditions", it -> isCounted(it, 2, 10))),
            Map.entry("Fn::Not", new ArgumentForm("[condition]", it -> isCounted(it, 1, 1))),
            Map.entry("Fn::ImportValue", new ArgumentForm("the name of an export", ArgumentForm::isText)),
            Map.entry("Fn::GetAZs", new ArgumentForm("a region, or '' for that of the stack", ArgumentForm::isText)),
            Map.entry("Fn::Base64", new ArgumentForm("a text", ArgumentForm::isScalarOrCall)),
            Map.entry("Fn::Cidr", new ArgumentForm("[block, count, bits of each]", it -> isCounted(it, 2, 3))),
            Map.entry(
                    "Fn::Transform",
                    new ArgumentForm("a map with 'Name' and 'Parameters'", ArgumentForm::isTransform)));

    private static ArgumentForm listed(String right, Predicate<Object> first, Predicate<Object> second) {
        return new ArgumentForm(right, it -> isCounted(it, 2, 2) && first.test(at(it, 0)) && second.test(at(it, 1)));
    }

    private static ArgumentForm listed(
            String right, Predicate<Object> first, Predicate<Object> second, Predicate<Object> third) {
        return new ArgumentForm(
                right,
                it -> isCounted(it, 3, 3) && first.test(at(it, 0)) && second.test(at(it, 1)) && third.test(at(it, 2)));
    }

    /// The form of a function's argument; empty for functions of the transform AWS::LanguageExtensions and of rules.
    static Optional<ArgumentForm> of(String function) {
        return Optional.ofNullable(BY_FUNCTION.get(function));
    }

    private static Object at(Object list, int index) {
        return ((List<?>) list).get(index);
    }

    private static boolean isCounted(Object argument, int min, int max) {
        return argument instanceof List<?> list
                && list.size() >= min
                && list.size() <= max
                && list.stream().noneMatch(item -> item == null);
    }

    private static boolean isName(Object argument) {
        return argument instanceof String name && !name.isEmpty();
    }

    private static boolean isText(Object argument) {
        return argument instanceof String || Functions.isCall(argument);
    }

    private static boolean isScalarOrCall(Object argument) {
        return !(argument instanceof List) && (!(argument instanceof Map) || Functions.isCall(argument));
    }

    private static boolean isList(Object argument) {
        return argument instanceof List || Functions.isCall(argument);
    }

    private static boolean isIndex(Object argument) {
        return Functions.isCall(argument)
                || argument instanceof Long
                || (argument instanceof String text && text.matches("\\d+"));
    }

    private static boolean isSub(Object argument) {
        return argument instanceof String
                || (isCounted(argument, 2, 2) && at(argument, 0) instanceof String && at(argument, 1) instanceof Map);
    }

    private static boolean isFind(Object argument) {
        return isCounted(argument, 3, 4)
                && ((List<?>) argument).subList(0, 3).stream().allMatch(ArgumentForm::isScalarOrCall);
    }

    private static boolean isTransform(Object argument) {
        return argument instanceof Map<?, ?> map && map.containsKey("Name");
    }
}
