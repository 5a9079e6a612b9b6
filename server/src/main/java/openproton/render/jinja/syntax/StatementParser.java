package openproton.render.jinja.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import openproton.render.NearMiss;
import openproton.render.jinja.value.Fault;

/// Reads text and tags into statements.
final class StatementParser {
    private static final Set<String> NEED_OTHER_FILES = Set.of("include", "import", "from", "extends", "block");
    private static final Set<String> MACRO_EXTRAS = Set.of("varargs", "kwargs", "caller");

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final TargetParser targets;
    private final Map<String, IntFunction<JinjaStatement>> tags = Map.ofEntries(
            Map.entry("if", this::ifBlock),
            Map.entry("for", this::forBlock),
            Map.entry("set", this::set),
            Map.entry("print", this::print),
            Map.entry("macro", this::macro),
            Map.entry("call", this::call),
            Map.entry("filter", this::filter),
            Map.entry("with", this::with),
            Map.entry("autoescape", this::autoescape));

    StatementParser(TokenStream tokens, Vocabulary vocabulary) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens, vocabulary);
        this.targets = new TargetParser(tokens);
    }

    /// The whole template.
    List<JinjaStatement> template() {
        var statements = new ArrayList<JinjaStatement>();
        while (tokens.current().kind() != Token.Kind.END) {
            statements.add(statement());
        }
        return List.copyOf(statements);
    }

    private JinjaStatement statement() {
        Token token = tokens.next();
        return switch (token.kind()) {
            case DATA -> new JinjaStatement.Data(token.text());
            case PRINT_BEGIN -> {
                Expression expression = expressions.tuple(true);
                tokens.expectPrintEnd();
                yield new JinjaStatement.Print(expression);
            }
            case BLOCK_BEGIN -> tag();
            case PRINT_END, BLOCK_END, NAME, STRING, INTEGER, REAL, OPERATOR, END ->
                throw new Fault("%s is not expected here".formatted(token.described()), token.at());
        };
    }

    private JinjaStatement tag() {
        Token name = tokens.current();
        if (name.kind() != Token.Kind.NAME) {
            throw tokens.unexpected("the name of a tag");
        }
        if (NEED_OTHER_FILES.contains(name.text())) {
            throw new Fault(
                    "'%s' is not available: a template is one file and cannot use others".formatted(name.text()),
                    name.at());
        }
        var reader = tags.get(name.text());
        if (reader == null) {
            throw unknownTag(name);
        }
        tokens.next();
        tokens.enter();
        JinjaStatement statement = reader.apply(name.at());
        tokens.leave(1);
        return statement;
    }

    private Fault unknownTag(Token name) {
        boolean closes = name.text().startsWith("end")
                || name.text().equals("else")
                || name.text().equals("elif");
        String hint = closes ? "; no block of that kind is open here" : NearMiss.hint(name.text(), tags.keySet());
        return new Fault("the tag '%s' is not expected here%s".formatted(name.text(), hint), name.at());
    }

    /// The statements up to one of these tags, which becomes the current token.
    private List<JinjaStatement> body(int openedAt, String... ends) {
        var wanted = Set.of(ends);
        var statements = new ArrayList<JinjaStatement>();
        while (!(tokens.current().kind() == Token.Kind.BLOCK_BEGIN
                && wanted.contains(tokens.peek().text()))) {
            if (tokens.current().kind() == Token.Kind.END) {
                throw new Fault(
                        "the block is not closed: '{%% %s %%}' is missing".formatted(ends[ends.length - 1]), openedAt);
            }
            statements.add(statement());
        }
        tokens.next();
        return List.copyOf(statements);
    }

    private List<JinjaStatement> bodyUntil(int openedAt, String end) {
        tokens.expectBlockEnd();
        List<JinjaStatement> statements = body(openedAt, end);
        closing(end);
        return statements;
    }

    private void closing(String end) {
        tokens.expectName(end);
        tokens.expectBlockEnd();
    }

    private List<JinjaStatement> elseUntil(int openedAt, String end) {
        boolean present = tokens.skipName("else");
        if (present) {
            return bodyUntil(openedAt, end);
        }
        closing(end);
        return List.of();
    }

    private JinjaStatement ifBlock(int at) {
        var branches = new ArrayList<JinjaStatement.Branch>();
        do {
            Expression condition = expressions.tuple(true);
            tokens.expectBlockEnd();
            branches.add(new JinjaStatement.Branch(condition, body(at, "elif", "else", "endif")));
        } while (tokens.skipName("elif"));
        return new JinjaStatement.If(branches, elseUntil(at, "endif"));
    }

    private JinjaStatement forBlock(int at) {
        JinjaStatement.AssignTarget target = targets.target();
        tokens.expectName("in");
        Expression list = expressions.tuple(false);
        Optional<Expression> test = tokens.skipName("if") ? Optional.of(expressions.expression()) : Optional.empty();
        boolean recursive = tokens.skipName("recursive");
        tokens.expectBlockEnd();
        List<JinjaStatement> body = body(at, "else", "endfor");
        return new JinjaStatement.For(
                new JinjaStatement.Head(target, list, test), body, elseUntil(at, "endfor"), recursive);
    }

    private JinjaStatement set(int at) {
        JinjaStatement.AssignTarget target = targets.target();
        if (tokens.skipOperator("=")) {
            Expression value = expressions.tuple(true);
            tokens.expectBlockEnd();
            return new JinjaStatement.Set(target, value);
        }
        Expression filters = new Expression.Body(at);
        if (tokens.skipOperator("|")) {
            filters = expressions.primaries().filters(filters);
        }
        return new JinjaStatement.SetBlock(target, filters, bodyUntil(at, "endset"));
    }

    private JinjaStatement print(int at) {
        Expression value = expressions.tuple(true);
        tokens.expectBlockEnd();
        return new JinjaStatement.Print(value);
    }

    private JinjaStatement macro(int at) {
        String name = tokens.expectName().text();
        return new JinjaStatement.DefineMacro(definition(name, parameters(), at, "endmacro"));
    }

    private JinjaStatement.MacroDefinition definition(
            String name, List<JinjaStatement.Parameter> parameters, int at, String end) {
        var before = new HashSet<>(expressions.namesRead());
        expressions.namesRead().clear();
        List<JinjaStatement> body = bodyUntil(at, end);
        var uses = new LinkedHashSet<>(MACRO_EXTRAS);
        uses.retainAll(expressions.namesRead());
        expressions.namesRead().addAll(before);
        return new JinjaStatement.MacroDefinition(name, parameters, uses, body, at);
    }

    private List<JinjaStatement.Parameter> parameters() {
        tokens.expectOperator("(");
        var parameters = new ArrayList<JinjaStatement.Parameter>();
        while (!tokens.current().isOperator(")")) {
            Token name = tokens.expectName();
            if (tokens.skipOperator("=")) {
                parameters.add(new JinjaStatement.Parameter(name.text(), Optional.of(expressions.expression())));
            } else if (!parameters.isEmpty() && parameters.getLast().otherwise().isPresent()) {
                throw new Fault("parameters without a default come first", name.at());
            } else {
                parameters.add(new JinjaStatement.Parameter(name.text(), Optional.empty()));
            }
            if (!tokens.current().isOperator(")")) {
                tokens.expectOperator(",");
            }
        }
        tokens.expectOperator(")");
        return parameters;
    }

    private JinjaStatement call(int at) {
        List<JinjaStatement.Parameter> parameters = tokens.current().isOperator("(") ? parameters() : List.of();
        Token start = tokens.current();
        if (!(expressions.expression() instanceof Expression.Invocation call)) {
            throw new Fault("a call is expected here, such as 'name()'", start.at());
        }
        return new JinjaStatement.CallBlock(call, definition("caller", parameters, at, "endcall"));
    }

    private JinjaStatement filter(int at) {
        Expression filters = expressions.primaries().filters(new Expression.Body(at));
        return new JinjaStatement.FilterBlock(filters, bodyUntil(at, "endfilter"));
    }

    private JinjaStatement with(int at) {
        var assignments = new ArrayList<JinjaStatement.Assignment>();
        while (tokens.current().kind() != Token.Kind.BLOCK_END) {
            if (!assignments.isEmpty()) {
                tokens.expectOperator(",");
            }
            JinjaStatement.AssignTarget target = targets.single();
            tokens.expectOperator("=");
            assignments.add(new JinjaStatement.Assignment(target, expressions.expression()));
        }
        return new JinjaStatement.With(assignments, bodyUntil(at, "endwith"));
    }

    private JinjaStatement autoescape(int at) {
        if (!tokens.current().isName("false") && !tokens.current().isName("False")) {
            throw new Fault("only 'autoescape false' is available: nothing is escaped by itself here", at);
        }
        tokens.next();
        return new JinjaStatement.With(List.of(), bodyUntil(at, "endautoescape"));
    }
}
