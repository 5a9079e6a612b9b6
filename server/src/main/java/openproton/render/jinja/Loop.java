package openproton.render.jinja;

import java.util.ArrayList;
import java.util.List;
import openproton.render.jinja.syntax.JinjaStatement;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Iteration;
import openproton.render.jinja.value.Parameters;
import openproton.render.jinja.value.Value;

/// Carries out one `for`; a recursive one begins again for every call of `loop(…)`.
///
/// @param around where the `for` stands
/// @param depth how many loops of the same statement are around this one
record Loop(Rendering around, JinjaStatement.For statement, int depth) {
    private static final Parameters LIST = Parameters.of("list");

    void run(Value list) {
        List<Value> values = selected(elements(list));
        if (values.isEmpty()) {
            new Rendering(around.scope().inner(), around.budget(), around.output()).run(statement.otherwise());
            return;
        }
        var state = new LoopState(values, depth, this::again);
        for (Value value : values) {
            around.budget().step();
            JinjaScope scope = around.scope().inner();
            var inside = new Rendering(scope, around.budget(), around.output());
            inside.assign(statement.head().target(), value);
            scope.set("loop", state);
            inside.run(statement.body());
            state.advance();
        }
    }

    private List<Value> elements(Value list) {
        try {
            return new ArrayList<>(Iteration.of(list));
        } catch (Fault e) {
            throw e.orAt(statement.head().list().at());
        }
    }

    private List<Value> selected(List<Value> values) {
        if (statement.head().test().isEmpty()) {
            return values;
        }
        var test = statement.head().test().get();
        var selected = new ArrayList<Value>();
        for (Value value : values) {
            around.budget().step();
            var inside = new Rendering(around.scope().inner(), around.budget(), around.output());
            inside.assign(statement.head().target(), value);
            if (inside.expressions().isTrue(test)) {
                selected.add(value);
            }
        }
        return selected;
    }

    private Value again(Arguments arguments) {
        if (!statement.recursive()) {
            throw new Fault("'loop(…)' needs 'recursive' in its 'for'");
        }
        around.budget().enter();
        var inner = new Rendering(around.scope(), around.budget(), new Output(around.budget()));
        new Loop(inner, statement, depth + 1)
                .run(arguments.boundTo("loop", LIST).get("list"));
        around.budget().leave();
        return Value.text(inner.output().text());
    }
}
