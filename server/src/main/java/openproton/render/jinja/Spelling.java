package openproton.render.jinja;

import openproton.render.jinja.syntax.Expression;
import openproton.render.jinja.value.Printed;
import openproton.render.jinja.value.Value;

/// How a template spells the path to a value, for messages.
final class Spelling {
    private Spelling() {}

    static String of(Expression expression) {
        return switch (expression) {
            case Expression.Name name -> name.name();
            case Expression.Attribute step -> of(step.of()) + "." + step.name();
            case Expression.Item item -> "%s[%s]".formatted(of(item.of()), of(item.key()));
            case Expression.Constant constant -> Printed.repr(constant.value());
            case Expression.Invocation call -> of(call.function()) + "(…)";
            case Expression.Filtering filter -> "%s | %s".formatted(of(filter.subject()), filter.name());
            case Expression.MapLiteral _ -> "{…}";
            case Expression.ListLiteral _ -> "[…]";
            case Expression _ -> "…";
        };
    }

    /// With the key as it turned out.
    static String of(Expression whole, Value key) {
        return "%s[%s]".formatted(of(whole), Printed.repr(key));
    }
}
