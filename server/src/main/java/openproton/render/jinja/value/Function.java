package openproton.render.jinja.value;

/// A function or method that templates may call.
///
/// @param name what it is called
/// @param body what it does
public record Function(String name, Parameters parameters, java.util.function.Function<Arguments, Value> body)
        implements Thing {

    /// @param parameters as of [Parameters#of]
    public Function(String name, String parameters, java.util.function.Function<Arguments, Value> body) {
        this(name, Parameters.of(parameters), body);
    }

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
