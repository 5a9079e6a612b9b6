package openproton.render.jinja.filter;

import java.util.Map;
import java.util.function.BiFunction;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Parameters;
import openproton.render.jinja.value.Value;

/// One filter.
record JinjaFilter(Parameters parameters, Body body) {

    @FunctionalInterface
    interface Body {
        Value apply(Value subject, Arguments arguments, OutputPlace place);
    }

    /// A row of a table of filters.
    ///
    /// @param parameters as of [Parameters#of]
    static Map.Entry<String, JinjaFilter> filter(
            String name, String parameters, BiFunction<Value, Arguments, Value> body) {
        return placed(name, parameters, (subject, arguments, place) -> body.apply(subject, arguments));
    }

    /// A row for a filter that depends on the place of its result.
    static Map.Entry<String, JinjaFilter> placed(String name, String parameters, Body body) {
        return Map.entry(name, new JinjaFilter(Parameters.of(parameters), body));
    }
}
