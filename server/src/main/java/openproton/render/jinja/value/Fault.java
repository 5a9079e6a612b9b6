package openproton.render.jinja.value;

/// An error in the evaluation of a template. The caller that knows the place in the text adds it.
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int NOWHERE = -1;

    private final String reason;
    private final int at;

    /// A fault whose place the caller knows.
    public Fault(String message) {
        this(message, NOWHERE);
    }

    /// @param at the offset in the template's text
    public Fault(String message, int at) {
        super(message, null, false, false);
        this.reason = message;
        this.at = at;
    }

    @Override
    public String getMessage() {
        return reason;
    }

    /// The offset in the template's text, or a negative number when it is unknown.
    public int at() {
        return at;
    }

    /// The same fault with a place, unless it has one.
    public Fault orAt(int place) {
        return at == NOWHERE ? new Fault(reason, place) : this;
    }
}
