package openproton.render.jinja.value;

import java.util.List;

/// The parameters of a function, method or filter.
///
/// @param names in the order of positional arguments
/// @param more whether more arguments by position are taken
/// @param moreNamed whether more arguments by name are taken
public record Parameters(List<String> names, boolean more, boolean moreNamed) {
    /// No arguments at all.
    public static final Parameters NONE = new Parameters(List.of(), false, false);

    /// @param spelled names separated by spaces; `*` takes more arguments by position, `**` more by position and name
    public static Parameters of(String spelled) {
        if (spelled.isEmpty()) {
            return NONE;
        }
        var words = List.of(spelled.split(" "));
        var names = words.stream().filter(word -> !word.startsWith("*")).toList();
        return new Parameters(names, spelled.contains("*"), spelled.endsWith("**"));
    }
}
