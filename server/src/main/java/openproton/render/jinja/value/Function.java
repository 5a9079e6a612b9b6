package openproton.render.jinja.value;

/// A function or method that templates may call.
///
/// @param name what it is called
/// @param parameters the names of its parameters, separated by spaces; `*` at the end takes any more
/// @param body what it does
public record Function(String name, String parameters, java.util.function.Function<Arguments, Value> body)
        implements Thing {

    @Override
    public String kind() {
        return "the function '%s'".formatted(name);
    }

    @Override
    public boolean isCallable() {
        return true;
    }

    @Override
    public Value call(Arguments arguments) {
        return body.apply(arguments.boundTo(name, parameters));
    }
}
