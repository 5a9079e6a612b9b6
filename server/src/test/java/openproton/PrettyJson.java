package openproton;

/// JSON as people compare it, one member a line; only white space is added.
final class PrettyJson {
    private final StringBuilder pretty = new StringBuilder();
    private int depth;

    private PrettyJson() {}

    static String of(String json) {
        var pretty = new PrettyJson();
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char at = json.charAt(i);
            if (at == '"' && !isEscaped(json, i)) {
                quoted = !quoted;
            }
            pretty.add(at, quoted);
        }
        return pretty.pretty.append('\n').toString().replaceAll("([\\[{])\\s+([]}])", "$1$2");
    }

    private void add(char at, boolean quoted) {
        if (quoted) {
            pretty.append(at);
            return;
        }
        switch (at) {
            case '{', '[' -> line(pretty.append(at), 1);
            case '}', ']' -> line(pretty, -1).append(at);
            case ',' -> line(pretty.append(at), 0);
            case ':' -> pretty.append(": ");
            default -> pretty.append(at);
        }
    }

    private StringBuilder line(StringBuilder text, int deeper) {
        depth += deeper;
        return text.append('\n').append("  ".repeat(depth));
    }

    private static boolean isEscaped(String json, int at) {
        int slashes = 0;
        while (at - slashes > 0 && json.charAt(at - slashes - 1) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }
}
