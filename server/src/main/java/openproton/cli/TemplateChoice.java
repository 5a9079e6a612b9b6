package openproton.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A template as the command line names it: `NAME`, `NAME:MAJOR` or `NAME:MAJOR.MINOR`.
record TemplateChoice(String name, Optional<String> major, Optional<String> minor) {
    private static final Pattern FORM = Pattern.compile("([^:]+)(?::(\\d+)(?:\\.(\\d+))?)?");

    static TemplateChoice parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "'%s' names no template; expected NAME, NAME:MAJOR or NAME:MAJOR.MINOR".formatted(text));
        }
        return new TemplateChoice(
                parts.group(1), Optional.ofNullable(parts.group(2)), Optional.ofNullable(parts.group(3)));
    }

    /// The major version to create something from: the named one, or that of the recommended version.
    String majorOf(TemplateCalls.Found template) {
        return major.or(() -> template.recommended().map(TemplateChoice::beforeDot))
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.FAILED,
                        "template '%s' has no published version; publish one, or name a draft as %s:MAJOR.MINOR"
                                .formatted(name, name)));
    }

    /// Refuses what exists already and was made from another template.
    void requireSame(String words, String template) {
        if (!template.equals(name)) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "%s was made from template '%s', which cannot be changed to '%s'".formatted(words, template, name));
        }
    }

    private static String beforeDot(String version) {
        return version.substring(0, version.indexOf('.'));
    }
}
