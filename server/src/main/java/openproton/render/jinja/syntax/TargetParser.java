package openproton.render.jinja.syntax;

import java.util.ArrayList;
import openproton.render.jinja.value.Fault;

/// Reads the target of an assignment: a name, several names, or a member of a namespace.
final class TargetParser {
    private final TokenStream tokens;

    TargetParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /// One target, or several with commas between them.
    JinjaStatement.AssignTarget target() {
        int at = tokens.current().at();
        JinjaStatement.AssignTarget first = single();
        if (!tokens.current().isOperator(",")) {
            return first;
        }
        var all = new ArrayList<JinjaStatement.AssignTarget>();
        all.add(first);
        while (tokens.skipOperator(",")) {
            boolean isName = tokens.current().kind() == Token.Kind.NAME
                    && !tokens.current().isName("in");
            if (isName || tokens.current().isOperator("(")) {
                all.add(single());
            }
        }
        return new JinjaStatement.AssignTarget.Tuple(all, at);
    }

    /// One target without a comma.
    JinjaStatement.AssignTarget single() {
        int at = tokens.current().at();
        if (tokens.skipOperator("(")) {
            tokens.enter();
            JinjaStatement.AssignTarget inner = target();
            tokens.expectOperator(")");
            tokens.leave(1);
            return inner;
        }
        String name = tokens.expectName().text();
        if (name.matches("[tT]rue|[fF]alse|[nN]one")) {
            throw new Fault("'%s' cannot be given a value".formatted(name), at);
        }
        if (tokens.skipOperator(".")) {
            return new JinjaStatement.AssignTarget.Member(
                    name, tokens.expectName().text(), at);
        }
        return new JinjaStatement.AssignTarget.Name(name);
    }
}
