package openproton.render.jinja;

import openproton.render.jinja.value.Fault;

/// The message for a template's author: file, line, column, what is wrong, the line itself and a caret below.
final class ErrorText {
    private static final int BEFORE_MAX = 80;
    private static final int AFTER_MAX = 60;

    private ErrorText() {}

    static String of(String fileName, String source, Fault fault) {
        if (fault.at() < 0) {
            return "%s: %s".formatted(fileName, fault.getMessage());
        }
        int at = Math.min(fault.at(), source.length());
        int start = source.lastIndexOf('\n', at - 1) + 1;
        int newline = source.indexOf('\n', at);
        int end = newline < 0 ? source.length() : newline;
        long line =
                source.substring(0, at).chars().filter(letter -> letter == '\n').count() + 1;
        int column = source.codePointCount(start, at) + 1;
        return "%s, line %d, column %d: %s%n%s"
                .formatted(fileName, line, column, fault.getMessage(), shown(source, start, at, end))
                .replace(System.lineSeparator(), "\n");
    }

    private static String shown(String source, int start, int at, int end) {
        int from = Math.max(start, at - BEFORE_MAX);
        int to = Math.min(end, at + AFTER_MAX);
        String before = source.substring(from, at).replace('\t', ' ');
        String after = source.substring(at, to).replace('\t', ' ');
        return "  %s%s\n  %s^".formatted(before, after, " ".repeat(before.codePointCount(0, before.length())));
    }
}
