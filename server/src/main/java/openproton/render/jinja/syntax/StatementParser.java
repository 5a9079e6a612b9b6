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
    private final Map<String, IntFunction<Statement>> tags = Map.ofEntries(
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
    List<Statement> template() {
        var statements = new ArrayList<Statement>();
        while (tokens.current().kind() != Token.Kind.END) {
            statements.add(statement());
        }
        return List.copyOf(statements);
    }

    private Statement statement() {
        Token token = tokens.next();
        return switch (token.kind()) {
            case DATA -> new Statement.Data(token.text());
            case PRINT_BEGIN -> {
                Expression expression = expressions.tuple(true);
                tokens.expectPrintEnd();
                yield new Statement.Print(expression);
            }
            case BLOCK_BEGIN -> tag();
            case PRINT_END, BLOCK_END, NAME, STRING, INTEGER, REAL, OPERATOR, END ->
                throw new Fault("%s is not expected here".formatted(token.described()), token.at());
        };
    }

    private Statement tag() {
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
        Statement statement = reader.apply(name.at());
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
    private List<Statement> body(int openedAt, String... ends) {
        var wanted = Set.of(ends);
        var statements = new ArrayList<Statement>();
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

    private List<Statement> bodyUntil(int openedAt, String end) {
        tokens.expectBlockEnd();
        List<Statement> statements = body(openedAt, end);
        closing(end);
        return statements;
    }

    private void closing(String end) {
        tokens.expectName(end);
        tokens.expectBlockEnd();
    }

    private List<Statement> elseUntil(int openedAt, String end) {
        boolean present = tokens.skipName("else");
        if (present) {
            return bodyUntil(openedAt, end);
        }
        closing(end);
        return List.of();
    }

    private Statement ifBlock(int at) {
        var branches = new ArrayList<Statement.Branch>();
        do {
            Expression condition = expressions.tuple(true);
            tokens.expectBlockEnd();
            branches.add(new Statement.Branch(condition, body(at, "elif", "else", "endif")));
        } while (tokens.skipName("elif"));
        return new Statement.If(branches, elseUntil(at, "endif"));
    }

    private Statement forBlock(int at) {
        Statement.Target target = targets.target();
        tokens.expectName("in");
        Expression list = expressions.tuple(false);
        Optional<Expression> test = tokens.skipName("if") ? Optional.of(expressions.expression()) : Optional.empty();
        boolean recursive = tokens.skipName("recursive");
        tokens.expectBlockEnd();
        List<Statement> body = body(at, "else", "endfor");
        return new Statement.For(new Statement.Head(target, list, test), body, elseUntil(at, "endfor"), recursive);
    }

    private Statement set(int at) {
        Statement.Target target = targets.target();
        if (tokens.skipOperator("=")) {
            Expression value = expressions.tuple(true);
            tokens.expectBlockEnd();
            return new Statement.Set(target, value);
        }
        Expression filters = new Expression.Body(at);
        if (tokens.skipOperator("|")) {
            filters = expressions.primaries().filters(filters);
        }
        return new Statement.SetBlock(target, filters, bodyUntil(at, "endset"));
    }

    private Statement print(int at) {
        Expression value = expressions.tuple(true);
        tokens.expectBlockEnd();
        return new Statement.Print(value);
    }

    private Statement macro(int at) {
        String name = tokens.expectName().text();
        return new Statement.DefineMacro(definition(name, parameters(), at, "endmacro"));
    }

    private Statement.MacroDefinition definition(
            String name, List<Statement.Parameter> parameters, int at, String end) {
        var before = new HashSet<>(expressions.namesRead());
        expressions.namesRead().clear();
        List<Statement> body = bodyUntil(at, end);
        var uses = new LinkedHashSet<>(MACRO_EXTRAS);
        uses.retainAll(expressions.namesRead());
        expressions.namesRead().addAll(before);
        return new Statement.MacroDefinition(name, parameters, uses, body, at);
    }

    private List<Statement.Parameter> parameters() {
        tokens.expectOperator("(");
        var parameters = new ArrayList<Statement.Parameter>();
        while (!tokens.current().isOperator(")")) {
            Token name = tokens.expectName();
            if (tokens.skipOperator("=")) {
                parameters.add(new Statement.Parameter(name.text(), Optional.of(expressions.expression())));
            } else if (!parameters.isEmpty() && parameters.getLast().otherwise().isPresent()) {
                throw new Fault("parameters without a default come first", name.at());
            } else {
                parameters.add(new Statement.Parameter(name.text(), Optional.empty()));
            }
            if (!tokens.current().isOperator(")")) {
                tokens.expectOperator(",");
            }
        }
        tokens.expectOperator(")");
        return parameters;
    }

    private Statement call(int at) {
        List<Statement.Parameter> parameters = tokens.current().isOperator("(") ? parameters() : List.of();
        Token start = tokens.current();
        if (!(expressions.expression() instanceof Expression.Call call)) {
            throw new Fault("a call is expected here, such as 'name()'", start.at());
        }
        return new Statement.CallBlock(call, definition("caller", parameters, at, "endcall"));
    }

    private Statement filter(int at) {
        Expression filters = expressions.primaries().filters(new Expression.Body(at));
        return new Statement.FilterBlock(filters, bodyUntil(at, "endfilter"));
    }

    private Statement with(int at) {
        var assignments = new ArrayList<Statement.Assignment>();
        while (tokens.current().kind() != Token.Kind.BLOCK_END) {
            if (!assignments.isEmpty()) {
                tokens.expectOperator(",");
            }
            Statement.Target target = targets.single();
            tokens.expectOperator("=");
            assignments.add(new Statement.Assignment(target, expressions.expression()));
        }
        return new Statement.With(assignments, bodyUntil(at, "endwith"));
    }

    private Statement autoescape(int at) {
        if (!tokens.current().isName("false") && !tokens.current().isName("False")) {
            throw new Fault("only 'autoescape false' is available: nothing is escaped by itself here", at);
        }
        tokens.next();
        return new Statement.With(List.of(), bodyUntil(at, "endautoescape"));
    }
}
