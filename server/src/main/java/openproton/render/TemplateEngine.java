package openproton.render;

import java.util.Map;

/// Evaluates Jinja text.
public interface TemplateEngine {

    /// Evaluates a text: to the value itself when the whole text is one `{{ expression }}`, otherwise to a string.
    ///
    /// @param fileName names the place in error messages
    /// @throws RenderException when the text is not valid or uses a missing value
    Object evaluate(String fileName, String text, Map<String, Object> values);

    /// Checks the syntax of a text.
    ///
    /// @param fileName names the place in error messages
    /// @throws RenderException when the syntax is not valid
    void check(String fileName, String text);
}
