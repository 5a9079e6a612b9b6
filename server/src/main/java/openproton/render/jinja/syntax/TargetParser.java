package openproton.render.jinja.syntax;

import java.util.ArrayList;
import openproton.render.jinja.value.Fault;

/// Reads what a value is given to: a name, several, or a member of a namespace.
final class TargetParser {
    private final TokenStream tokens;

    TargetParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /// One target, or several with commas between them.
    Statement.Target target() {
        int at = tokens.current().at();
        Statement.Target first = single();
        if (!tokens.current().isOperator(",")) {
            return first;
        }
        var all = new ArrayList<Statement.Target>();
        all.add(first);
        while (tokens.skipOperator(",")) {
            boolean isName = tokens.current().kind() == Token.Kind.NAME
                    && !tokens.current().isName("in");
            if (isName || tokens.current().isOperator("(")) {
                all.add(single());
            }
        }
        return new Statement.Target.Tuple(all, at);
    }

    /// One target without a comma.
    Statement.Target single() {
        int at = tokens.current().at();
        if (tokens.skipOperator("(")) {
            tokens.enter();
            Statement.Target inner = target();
            tokens.expectOperator(")");
            tokens.leave(1);
            return inner;
        }
        String name = tokens.expectName().text();
        if (name.matches("[tT]rue|[fF]alse|[nN]one")) {
            throw new Fault("'%s' cannot be given a value".formatted(name), at);
        }
        if (tokens.skipOperator(".")) {
            return new Statement.Target.Member(name, tokens.expectName().text(), at);
        }
        return new Statement.Target.Name(name);
    }
}
