package openproton.render.jinja.value;

/// Escapes text for HTML, once.
public final class Html {
    private Html() {}

    /// The text escaped, unless it is already.
    public static Text escape(Value value) {
        return value instanceof Text text && text.safe() ? text : forced(Printed.str(value));
    }

    /// The text escaped, even if it is already.
    public static Text forced(String text) {
        return new Text(
                text.replace("&", "&amp;")
                        .replace(">", "&gt;")
                        .replace("<", "&lt;")
                        .replace("'", "&#39;")
                        .replace("\"", "&#34;"),
                true);
    }
}
