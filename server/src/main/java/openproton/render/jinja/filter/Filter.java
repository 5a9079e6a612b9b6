package openproton.render.jinja.filter;

import java.util.Map;
import java.util.function.BiFunction;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Value;

/// One filter.
///
/// @param parameters as of [openproton.render.jinja.value.Function#parameters]
record Filter(String parameters, Body body) {

    @FunctionalInterface
    interface Body {
        Value apply(Value subject, Arguments arguments, Place place);
    }

    /// A row of a table of filters.
    static Map.Entry<String, Filter> filter(String name, String parameters, BiFunction<Value, Arguments, Value> body) {
        return Map.entry(name, new Filter(parameters, (subject, arguments, place) -> body.apply(subject, arguments)));
    }

    /// A row for a filter that wants to know where its result will stand.
    static Map.Entry<String, Filter> placed(String name, String parameters, Body body) {
        return Map.entry(name, new Filter(parameters, body));
    }
}
