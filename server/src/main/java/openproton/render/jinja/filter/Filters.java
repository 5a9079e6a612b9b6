package openproton.render.jinja.filter;

import static openproton.render.jinja.filter.JinjaFilter.filter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import openproton.render.NearMiss;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Truth;
import openproton.render.jinja.value.Undefined;
import openproton.render.jinja.value.Value;

/// All filters by their names.
public final class Filters {
    private static final Set<String> TAKE_UNDEFINED = Set.of("default", "d");
    private static final Map<String, JinjaFilter> ALL = all();

    private Filters() {}

    public static Set<String> names() {
        return ALL.keySet();
    }

    /// Applies a filter to a value.
    ///
    /// @throws Fault when the value or an argument is undefined, unless the filter is `default`, or does not fit
    public static Value apply(String name, Value subject, Arguments arguments, OutputPlace place) {
        JinjaFilter filter = ALL.get(name);
        if (filter == null) {
            throw new Fault("there is no filter '%s'%s".formatted(name, NearMiss.hint(name, names())));
        }
        if (!TAKE_UNDEFINED.contains(name)) {
            checkDefined(subject);
            arguments.positional().forEach(Filters::checkDefined);
            arguments.named().values().forEach(Filters::checkDefined);
        }
        return filter.body().apply(subject, arguments.boundTo(name, filter.parameters()), place);
    }

    private static void checkDefined(Value value) {
        if (value instanceof Undefined missing) {
            missing.check();
        }
    }

    private static Map<String, JinjaFilter> all() {
        var all = new LinkedHashMap<String, JinjaFilter>();
        all.putAll(Map.ofEntries(
                filter("default", "default_value boolean", Filters::otherwise),
                filter("d", "default_value boolean", Filters::otherwise)));
        all.putAll(TextFilters.ALL);
        all.putAll(LayoutFilters.ALL);
        all.putAll(NumberFilters.ALL);
        all.putAll(ListFilters.ALL);
        all.putAll(OrderFilters.ALL);
        all.putAll(PickFilters.ALL);
        all.putAll(WebFilters.ALL);
        all.putAll(ProtonFilters.ALL);
        return all;
    }

    private static Value otherwise(Value subject, Arguments arguments) {
        boolean missing = subject instanceof Undefined || (arguments.truth("boolean", false) && !Truth.of(subject));
        return missing ? arguments.find("default_value").orElse(Value.text("")) : subject;
    }
}
