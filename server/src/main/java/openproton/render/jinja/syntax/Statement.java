package openproton.render.jinja.syntax;

import java.util.List;
import java.util.Optional;

/// What writes, decides, repeats or names.
public sealed interface Statement {

    /// Text that stands as it is.
    record Data(String text) implements Statement {}

    /// `{{ expression }}`.
    record Print(Expression expression) implements Statement {}

    record If(List<Branch> branches, List<Statement> otherwise) implements Statement {}

    record Branch(Expression condition, List<Statement> body) {}

    /// @param otherwise what to do when there are none
    record For(Head head, List<Statement> body, List<Statement> otherwise, boolean recursive) implements Statement {}

    /// `target in list if test`.
    ///
    /// @param test which elements to take
    record Head(Target target, Expression list, Optional<Expression> test) {}

    record Set(Target target, Expression value) implements Statement {}

    /// `{% set target | filter %}body{% endset %}`.
    record SetBlock(Target target, Expression filters, List<Statement> body) implements Statement {}

    record DefineMacro(MacroDefinition macro) implements Statement {}

    /// `{% call(parameters) call %}body{% endcall %}`.
    ///
    /// @param caller the body as a macro
    record CallBlock(Expression.Call call, MacroDefinition caller) implements Statement {}

    record FilterBlock(Expression filters, List<Statement> body) implements Statement {}

    /// `{% with a = 1, b = 2 %}`; also any other block that only limits where names are known.
    record With(List<Assignment> assignments, List<Statement> body) implements Statement {}

    record Assignment(Target target, Expression value) {}

    /// What a name is given to.
    sealed interface Target {
        record Name(String name) implements Target {}

        record Tuple(List<Target> targets, int at) implements Target {}

        /// `namespace.member`.
        record Member(String namespace, String member, int at) implements Target {}
    }

    /// @param uses the special names that the body reads, of `varargs`, `kwargs` and `caller`
    record MacroDefinition(
            String name, List<Parameter> parameters, java.util.Set<String> uses, List<Statement> body, int at) {}

    record Parameter(String name, Optional<Expression> otherwise) {}
}
