package openproton.render.jinja.value;

/// A string.
///
/// @param safe whether it is already escaped for HTML, as after the filters `safe`, `escape` and `tojson`
public record Text(String value, boolean safe) implements Value {
    /// The most characters that one string may have.
    public static final int LENGTH_MAX = 5_000_000;

    public Text {
        checkLength(value.length());
    }

    /// By hand, because strings are compared more often than anything else.
    @Override
    public boolean equals(Object other) {
        return other instanceof Text text && safe == text.safe && value.equals(text.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /// Refuses a string before it is made.
    public static void checkLength(long length) {
        if (length > LENGTH_MAX) {
            throw new Fault("a string gets longer than %,d characters".formatted(LENGTH_MAX));
        }
    }

    /// How many characters it has; one outside the basic plane counts once, as in Python.
    public int length() {
        return value.codePointCount(0, value.length());
    }

    /// Each character as a string.
    public java.util.List<Value> characters() {
        return value.codePoints()
                .<Value>mapToObj(point -> Value.text(Character.toString(point)))
                .toList();
    }
}
