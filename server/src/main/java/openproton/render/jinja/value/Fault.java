package openproton.render.jinja.value;

/// Something in a template that cannot be done. Whoever knows the place in the text adds it once.
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

    /// The offset in the template's text, or a negative number when nobody has named it.
    public int at() {
        return at;
    }

    /// The same fault with a place, unless it has one.
    public Fault orAt(int place) {
        return at == NOWHERE ? new Fault(reason, place) : this;
    }
}
