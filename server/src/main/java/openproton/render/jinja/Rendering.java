package openproton.render.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openproton.render.NearMiss;
import openproton.render.jinja.syntax.Expression;
import openproton.render.jinja.syntax.JinjaStatement;
import openproton.render.jinja.syntax.JinjaStatement.AssignTarget;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Iteration;
import openproton.render.jinja.value.Value;
import openproton.render.jinja.value.ValueKind;

/// Carries out statements.
///
/// @param expressions finds values with the names that are known here; `set` adds to them
record Rendering(Evaluator expressions) {

    Rendering(JinjaScope scope, Budget budget, Output output) {
        this(new Evaluator(scope, budget, output, Value.None.NONE));
    }

    JinjaScope scope() {
        return expressions.scope();
    }

    Budget budget() {
        return expressions.budget();
    }

    Output output() {
        return expressions.output();
    }

    void run(List<JinjaStatement> statements) {
        for (JinjaStatement statement : statements) {
            run(statement);
        }
    }

    private void run(JinjaStatement statement) {
        switch (statement) {
            case JinjaStatement.Data data -> output().append(data.text());
            case JinjaStatement.Print print -> output().append(expressions.printed(print.expression()));
            case JinjaStatement.If choice -> choose(choice);
            case JinjaStatement.For loop -> loop(loop);
            case JinjaStatement.Set set -> assign(set.target(), expressions.value(set.value()));
            case JinjaStatement.SetBlock set ->
                assign(set.target(), filtering(captured(set.body())).value(set.filters()));
            case JinjaStatement.DefineMacro define ->
                scope().set(define.macro().name(), new Macro(define.macro(), this));
            case JinjaStatement.CallBlock block -> callBlock(block);
            case JinjaStatement.FilterBlock block ->
                output().append(filtering(captured(block.body())).printed(block.filters()));
            case JinjaStatement.With with -> with(with);
        }
    }

    private Evaluator filtering(Value body) {
        return new Evaluator(scope(), budget(), output(), body);
    }

    private void loop(JinjaStatement.For loop) {
        Expression list = loop.head().list();
        Value values = expressions.used(list);
        try {
            new Loop(this, loop, 0).run(values);
        } catch (Fault e) {
            throw e.orAt(list.at());
        }
    }

    private void choose(JinjaStatement.If choice) {
        for (JinjaStatement.Branch branch : choice.branches()) {
            if (expressions.isTrue(branch.condition())) {
                run(branch.body());
                return;
            }
        }
        run(choice.otherwise());
    }

    private void callBlock(JinjaStatement.CallBlock block) {
        var caller = new Macro(block.caller(), this);
        try {
            output().append(openproton.render.jinja.value.Printed.str(
                    expressions.call(block.call(), Optional.of(caller))));
        } catch (Fault e) {
            throw e.orAt(block.call().at());
        }
    }

    private void with(JinjaStatement.With with) {
        var inner = new Rendering(scope().inner(), budget(), output());
        with.assignments().forEach(given -> inner.assign(given.target(), expressions.value(given.value())));
        inner.run(with.body());
    }

    /// What statements write, instead of writing it; the names they set stay inside.
    Value captured(List<JinjaStatement> body) {
        var inner = new Rendering(scope().inner(), budget(), new Output(budget()));
        inner.run(body);
        return Value.text(inner.output().text());
    }

    void assign(AssignTarget target, Value value) {
        switch (target) {
            case AssignTarget.Name name -> scope().set(name.name(), value);
            case AssignTarget.Tuple tuple -> unpack(tuple, value);
            case AssignTarget.Member member -> setMember(member, value);
        }
    }

    private void unpack(AssignTarget.Tuple tuple, Value value) {
        List<Value> values = elements(tuple, value);
        if (values.size() != tuple.targets().size()) {
            throw new Fault(
                    "%d names cannot be given %d value%s"
                            .formatted(tuple.targets().size(), values.size(), values.size() == 1 ? "" : "s"),
                    tuple.at());
        }
        for (int index = 0; index < values.size(); index++) {
            assign(tuple.targets().get(index), values.get(index));
        }
    }

    private static List<Value> elements(AssignTarget.Tuple tuple, Value value) {
        try {
            return new ArrayList<>(Iteration.of(value));
        } catch (Fault e) {
            throw e.orAt(tuple.at());
        }
    }

    private void setMember(AssignTarget.Member member, Value value) {
        Value holder = scope().find(member.namespace());
        if (holder == null) {
            String hint = NearMiss.hint(member.namespace(), scope().names());
            throw new Fault("'%s' is not defined%s".formatted(member.namespace(), hint), member.at());
        }
        if (!(holder instanceof JinjaNamespace namespace)) {
            throw new Fault(
                    "members can be set in a namespace() only, not in %s".formatted(ValueKind.of(holder)), member.at());
        }
        namespace.set(member.member(), value);
    }
}
