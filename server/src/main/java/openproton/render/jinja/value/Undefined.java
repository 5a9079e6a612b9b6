package openproton.render.jinja.value;

/// A name that is not there. It may be looked into and asked whether it is defined; any other use fails.
///
/// @param path how the template spells it
/// @param why what is missing, with a hint when a near name is known
/// @param at where the template spells it
public record Undefined(String path, String why, int at) implements Value {

    /// What `a if b` gives when `b` is false: it may also be printed, as nothing.
    public static Undefined withoutElse(int at) {
        return new Undefined("", "the condition is false and there is no 'else'", at);
    }

    /// Whether printing it writes nothing instead of failing.
    public boolean isSilent() {
        return path.isEmpty();
    }

    /// What is not there either, because this is not.
    ///
    /// @param whole how the template spells it
    public Undefined into(String whole) {
        if (isSilent()) {
            return this;
        }
        String reason = why.isEmpty() || why.startsWith(";") ? ": '%s' is not there%s".formatted(path, why) : why;
        return new Undefined(whole, reason, at);
    }

    /// The error for using it.
    public Fault fault() {
        if (isSilent()) {
            return new Fault(why, at);
        }
        return new Fault("'%s' is not defined%s".formatted(path, why), at);
    }
}
