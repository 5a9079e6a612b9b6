package openproton.render.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Templates made at random from a seed: nested expressions, filters, tests, loops and conditions.
final class GeneratedTemplates {
    private static final int DEPTH_MAX = 3;
    private static final List<String> LITERALS = List.of(
            "0",
            "1",
            "7",
            "-3",
            "2.5",
            "1e16",
            "0.1",
            "true",
            "false",
            "none",
            "''",
            "'abc'",
            "'a b'",
            "\"it's\"",
            "'é<&'",
            "[]",
            "{}",
            "[1, 2, 3]",
            "['b', 'A']",
            "(1, 'x')",
            "{'k': 1}",
            "'%s!'",
            "'3'",
            "range(3)");
    private static final List<String> NAMES =
            List.of("s", "n", "f", "l", "d", "t", "users", "missing", "users[0].name", "d.a", "l[1]");
    private static final List<String> OPERATORS =
            List.of("+", "-", "*", "/", "//", "%", "~", "==", "!=", "<", "<=", ">", ">=", "in", "not in", "and", "or");
    private static final List<String> FILTERS = List.of(
            "upper",
            "lower",
            "title",
            "capitalize",
            "trim",
            "length",
            "first",
            "last",
            "list",
            "sort",
            "unique | list",
            "join",
            "join('-')",
            "int",
            "float",
            "abs",
            "round",
            "round(1)",
            "string",
            "tojson",
            "default('d')",
            "default(1, true)",
            "reverse | list",
            "sum",
            "min",
            "max",
            "replace('a', 'X')",
            "truncate(3, true, '', 0)",
            "indent",
            "wordcount",
            "center(9)",
            "escape",
            "safe",
            "urlencode",
            "dictsort",
            "items | list",
            "batch(2) | list",
            "slice(2) | list",
            "map('string') | list",
            "select | list",
            "reject('none') | list",
            "map(attribute='name') | list",
            "groupby('age')",
            "pprint",
            "filesizeformat",
            "format(1)",
            "striptags",
            "wordwrap(4)",
            "count",
            "xmlattr",
            "selectattr('age') | list",
            "map('upper') | join");
    private static final List<String> TESTS = List.of(
            "defined",
            "undefined",
            "none",
            "string",
            "number",
            "mapping",
            "sequence",
            "iterable",
            "odd",
            "even",
            "true",
            "integer",
            "float",
            "lower",
            "upper",
            "in [1, 'a']",
            "eq 1",
            "divisibleby 2",
            "boolean",
            "callable");
    private static final List<String> METHODS = List.of(
            ".split()",
            ".upper()",
            ".strip('a')",
            ".items() | list",
            ".keys() | list",
            ".get('a')",
            ".startswith('a')",
            ".replace('a', 'b')",
            ".title()",
            ".join(['x', 'y'])",
            ".count(1)",
            ".format(1, 2)",
            "[0]",
            "[-1]",
            "[1:]",
            "[::-1]",
            "['a']",
            ".zfill(5)",
            ".partition('b')");

    private final Random random;

    GeneratedTemplates(long seed) {
        this.random = new Random(seed);
    }

    List<Piece> next(int count) {
        var templates = new ArrayList<Piece>();
        while (templates.size() < count) {
            templates.add(statements(0));
        }
        return templates;
    }

    private Piece statements(int depth) {
        return random.nextBoolean() ? statement(depth) : Piece.statements("%s%s", statement(depth), statement(depth));
    }

    private Piece statement(int depth) {
        String minus = random.nextInt(4) == 0 ? "-" : "";
        return switch (depth < 2 ? random.nextInt(8) : 0) {
            case 1 ->
                Piece.statements("a \n {%%" + minus + " if %s %%} b {%% else -%%} \n c {%% endif %%}", expression(1));
            case 2 ->
                Piece.statements(
                        "{%% for i in %s " + minus + "%%} %s{{ loop.index }}{{ i }} {%%" + minus + " endfor %%}\n",
                        expression(1),
                        statements(depth + 1));
            case 3 -> Piece.statements("{%% set x = %s %%}{{ x }}%s", expression(1), statements(depth + 1));
            case 4 -> Piece.statements("{%% filter upper %%}%s{%% endfilter %%}", statements(depth + 1));
            case 5 ->
                Piece.statements(
                        "{%% macro m(a, b=%s) %%}[{{ a }}{{ b }}]{%% endmacro %%}{{ m(%s) }}",
                        expression(2), expression(2));
            case 6 -> Piece.statements("{%% with y = %s %%}{{ y }}{%% endwith %%}", expression(1));
            default -> Piece.statements("{{" + minus + " %s " + minus + "}}", expression(0));
        };
    }

    private Piece expression(int depth) {
        if (depth >= DEPTH_MAX) {
            return random.nextBoolean() ? pick(LITERALS) : pick(NAMES);
        }
        return switch (random.nextInt(10)) {
            case 0, 1 -> pick(NAMES);
            case 2 -> pick(LITERALS);
            case 3 ->
                Piece.expression("(%s " + escaped(OPERATORS) + " %s)", expression(depth + 1), expression(depth + 1));
            case 4, 5 -> Piece.expression("(%s | " + escaped(FILTERS) + ")", expression(depth + 1));
            case 6 ->
                Piece.expression(
                        "(%s is " + (random.nextInt(3) == 0 ? "not " : "") + escaped(TESTS) + ")",
                        expression(depth + 1));
            case 7 -> Piece.expression("(%s)" + escaped(METHODS), expression(depth + 1));
            case 8 -> Piece.expression("(%s if %s)", expression(depth + 1), expression(depth + 1));
            default ->
                Piece.expression(
                        "(%s if %s else %s)", expression(depth + 1), expression(depth + 1), expression(depth + 1));
        };
    }

    private Piece pick(List<String> choices) {
        return Piece.word(choices.get(random.nextInt(choices.size())));
    }

    private String escaped(List<String> choices) {
        return choices.get(random.nextInt(choices.size())).replace("%", "%%");
    }
}
