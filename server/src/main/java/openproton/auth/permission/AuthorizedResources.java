package openproton.auth.permission;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openproton.api.Caller;
import openproton.api.OperationShape;
import openproton.api.Shape;

/// Finds the ARNs that a request needs permission for.
record AuthorizedResources(OperationShape<?, ?> operation, Shape input, Caller caller) {
    private static final Pattern MEMBER = Pattern.compile("\\{(\\w+)(,lower)?}");
    private static final String NO_SINGLE_ONE = "*";

    /// The ARNs of the resources that the request names, without those that contain another of them; `*` when it names
    /// none.
    List<String> arns() {
        List<String> named = operation.authorization().resources().stream()
                .flatMap(template -> arn(template).stream())
                .toList();
        return named.isEmpty()
                ? List.of(NO_SINGLE_ONE)
                : named.stream().filter(arn -> isMostSpecial(arn, named)).toList();
    }

    private Optional<String> arn(String template) {
        Matcher members = MEMBER.matcher(template);
        boolean complete = members.results().allMatch(member -> value(member).isPresent());
        if (!complete) {
            return Optional.empty();
        }
        String filled = members.replaceAll(
                member -> Matcher.quoteReplacement(value(member).orElseThrow()));
        return Optional.of(
                template.startsWith("{") ? filled : caller.arn(filled).toString());
    }

    private Optional<String> value(MatchResult member) {
        Optional<String> given = input.text(member.group(1));
        return member.group(2) == null ? given : given.map(text -> text.toLowerCase(Locale.ROOT));
    }

    private static boolean isMostSpecial(String arn, List<String> named) {
        return named.stream().noneMatch(other -> other.startsWith(arn + "/"));
    }
}
