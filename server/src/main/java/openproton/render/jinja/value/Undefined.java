package openproton.render.jinja.value;

import java.util.function.Supplier;

/// A missing name. A template may look up members of it and test whether it is defined; any other use fails. The
/// result of `a if b` without `else` is the opposite, as in Jinja2: it has no members and no arithmetic, but counts
/// as nothing where it is printed, iterated over, compared or used as a condition. The message is made only when a
/// use fails, because most missing names end in `default`.
public final class Undefined implements Value {
    private final Supplier<String> path;
    private final Supplier<String> why;
    private final int at;
    private final boolean nothing;

    /// @param path how the template spells it
    /// @param why what is missing, with a hint when a near name is known
    /// @param at where the template spells it
    public Undefined(Supplier<String> path, Supplier<String> why, int at) {
        this(path, why, at, false);
    }

    private Undefined(Supplier<String> path, Supplier<String> why, int at, boolean nothing) {
        this.path = path;
        this.why = why;
        this.at = at;
        this.nothing = nothing;
    }

    public Undefined(String path, String why, int at) {
        this(() -> path, () -> why, at);
    }

    /// The result of `a if b` when `b` is false.
    public static Undefined withoutElse(int at) {
        return new Undefined(
                () -> "an 'if' without 'else'", () -> "the condition is false and there is no 'else'", at, true);
    }

    /// Whether it counts as nothing instead of failing.
    public boolean isNothing() {
        return nothing;
    }

    /// Whether a value is [#isNothing].
    public static boolean isNothing(Value value) {
        return value instanceof Undefined missing && missing.isNothing();
    }

    /// Fails, unless it counts as nothing.
    public void check() {
        if (!nothing) {
            throw fault();
        }
    }

    /// How the template spells it.
    public String path() {
        return path.get();
    }

    /// A member of this missing name.
    ///
    /// @param whole how the template spells it
    public Undefined into(Supplier<String> whole) {
        if (nothing) {
            throw fault();
        }
        return new Undefined(whole, this::reason, at);
    }

    private String reason() {
        String reason = why.get();
        return reason.isEmpty() || reason.startsWith(";") ? ": '%s' is not there%s".formatted(path(), reason) : reason;
    }

    /// The error for using it.
    public Fault fault() {
        if (nothing) {
            return new Fault(why.get(), at);
        }
        return new Fault("'%s' is not defined%s".formatted(path(), why.get()), at);
    }
}
