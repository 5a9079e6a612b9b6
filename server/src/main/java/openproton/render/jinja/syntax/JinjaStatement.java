package openproton.render.jinja.syntax;

import java.util.List;
import java.util.Optional;

/// A statement of Jinja.
public sealed interface JinjaStatement {

    /// Text that stands as it is.
    record Data(String text) implements JinjaStatement {}

    /// `{{ expression }}`.
    record Print(Expression expression) implements JinjaStatement {}

    record If(List<Branch> branches, List<JinjaStatement> otherwise) implements JinjaStatement {}

    record Branch(Expression condition, List<JinjaStatement> body) {}

    /// @param otherwise what to do when there are none
    record For(Head head, List<JinjaStatement> body, List<JinjaStatement> otherwise, boolean recursive)
            implements JinjaStatement {}

    /// `target in list if test`.
    ///
    /// @param test which elements to take
    record Head(AssignTarget target, Expression list, Optional<Expression> test) {}

    record Set(AssignTarget target, Expression value) implements JinjaStatement {}

    /// `{% set target | filter %}body{% endset %}`.
    record SetBlock(AssignTarget target, Expression filters, List<JinjaStatement> body) implements JinjaStatement {}

    record DefineMacro(MacroDefinition macro) implements JinjaStatement {}

    /// `{% call(parameters) call %}body{% endcall %}`.
    ///
    /// @param caller the body as a macro
    record CallBlock(Expression.Invocation call, MacroDefinition caller) implements JinjaStatement {}

    record FilterBlock(Expression filters, List<JinjaStatement> body) implements JinjaStatement {}

    /// `{% with a = 1, b = 2 %}`; also any other block that only limits where names are known.
    record With(List<Assignment> assignments, List<JinjaStatement> body) implements JinjaStatement {}

    record Assignment(AssignTarget target, Expression value) {}

    /// The target of an assignment.
    sealed interface AssignTarget {
        record Name(String name) implements AssignTarget {}

        record Tuple(List<AssignTarget> targets, int at) implements AssignTarget {}

        /// `namespace.member`.
        record Member(String namespace, String member, int at) implements AssignTarget {}
    }

    /// @param uses the special names that the body reads, of `varargs`, `kwargs` and `caller`
    record MacroDefinition(
            String name, List<Parameter> parameters, java.util.Set<String> uses, List<JinjaStatement> body, int at) {}

    record Parameter(String name, Optional<Expression> otherwise) {}
}
