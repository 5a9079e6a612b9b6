package openproton.render.jinja.value;

/// A name that is not there. It may be looked into and asked whether it is defined; any other use fails.
///
/// @param path how the template spells it
/// @param why what is missing, with a hint when a near name is known
/// @param at where the template spells it
public record Undefined(String path, String why, int at) implements Value {

    /// What is not there either, because this is not.
    ///
    /// @param whole how the template spells it
    public Undefined into(String whole) {
        String reason = why.isEmpty() || why.startsWith(";") ? ": '%s' is not there%s".formatted(path, why) : why;
        return new Undefined(whole, reason, at);
    }

    /// The error for using it.
    public Fault fault() {
        return new Fault("'%s' is not defined%s".formatted(path, why), at);
    }
}
