package openproton.render.jinja.syntax;

import java.util.List;
import java.util.regex.Pattern;

/// A parsed template.
///
/// @param source its text with line ends `\n`, for messages
public record Template(String source, List<JinjaStatement> statements) {
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r");

    /// Parses a text.
    ///
    /// @param vocabulary the filters and tests there are
    public static Template parse(String text, Vocabulary vocabulary) {
        String source = normalised(text);
        return new Template(source, new StatementParser(new TokenStream(source), vocabulary).template());
    }

    /// The text as positions count it: every line end is one `\n`, and one at the very end is left out.
    public static String normalised(String text) {
        String source = text.indexOf('\r') < 0 ? text : LINE_END.matcher(text).replaceAll("\n");
        return source.endsWith("\n") ? source.substring(0, source.length() - 1) : source;
    }
}
