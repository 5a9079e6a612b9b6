package openproton.cli.wire;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openproton.cli.terminal.CommandFailure;

/// A template as the command line names it: `NAME`, `NAME:MAJOR` or `NAME:MAJOR.MINOR`.
public record TemplateReference(String name, Optional<String> major, Optional<String> minor) {
    private static final Pattern FORM = Pattern.compile("([^:]+)(?::(\\d+)(?:\\.(\\d+))?)?");
    private static final Pattern WITH_MAJOR = Pattern.compile("(.+):(\\d+)");

    /// @throws CommandFailure when the text has another form
    public static TemplateReference parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw CommandFailure.wrongUsage(
                    "'%s' is not a template; expected NAME, NAME:MAJOR or NAME:MAJOR.MINOR".formatted(text));
        }
        return new TemplateReference(
                parts.group(1), Optional.ofNullable(parts.group(2)), Optional.ofNullable(parts.group(3)));
    }

    /// Reads a major version of an environment template.
    ///
    /// @throws CommandFailure when the text has another form than `NAME:MAJOR`
    public static TemplateReference compatible(String text) {
        Matcher parts = WITH_MAJOR.matcher(text);
        if (!parts.matches()) {
            throw CommandFailure.wrongUsage(
                    "'%s' is not a major version of an environment template; expected TEMPLATE:MAJOR, such as vpc:1"
                            .formatted(text));
        }
        return new TemplateReference(parts.group(1), Optional.of(parts.group(2)), Optional.empty());
    }

    /// The major version to create something from: the named one, or that of the recommended version.
    ///
    /// @throws CommandFailure when there is neither
    public String majorOf(TemplateCalls.Found template) {
        return major.or(() -> template.recommended().map(version -> version.substring(0, version.indexOf('.'))))
                .orElseThrow(() -> CommandFailure.failed(
                        "template '%s' has no published version; publish one, or name a draft as %s:MAJOR.MINOR"
                                .formatted(name, name)));
    }

    /// Refuses to update what was made from another template.
    ///
    /// @param title such as `service 'shop'`
    public void requireSame(String title, String template) {
        if (!template.equals(name)) {
            throw CommandFailure.failed("%s was made from template '%s'; the template cannot be changed to '%s'"
                    .formatted(title, template, name));
        }
    }
}
