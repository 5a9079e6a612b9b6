package openproton.render.jinja.value;

/// What a value is, in words for messages and in Python's name of its type.
public final class ValueKind {
    private ValueKind() {}

    /// Such as `a string` or `a list`.
    public static String of(Value value) {
        return switch (value) {
            case Value.None _ -> "none";
            case Value.Bool _ -> "a boolean";
            case Value.Int _ -> "an integer";
            case Value.Real _ -> "a float";
            case Text _ -> "a string";
            case Sequence.Items _ -> "a list";
            case Sequence.Tuple _, Sequence.Group _ -> "a tuple";
            case Sequence.Range _ -> "a range";
            case Sequence.View _ -> "a view of a map";
            case Sequence.Lazy _ -> "an iterator (add '| list' to make it a list)";
            case Dict _ -> "a map";
            case Undefined missing -> missing.path();
            case Thing thing -> thing.kind();
        };
    }
}
