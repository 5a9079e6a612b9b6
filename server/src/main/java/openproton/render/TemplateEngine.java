package openproton.render;

import java.util.Map;

/// Evaluates Jinja text.
public interface TemplateEngine {

    /// What a text becomes: the value itself when the whole text is one `{{ expression }}`, otherwise a string.
    ///
    /// @param fileName names the place in error messages
    /// @throws RenderException when the text is not valid or uses a value that is not there
    Object evaluate(String fileName, String text, Map<String, Object> values);

    /// Checks that a text could be evaluated, whatever the values.
    ///
    /// @param fileName names the place in error messages
    /// @throws RenderException when its syntax is not valid
    void check(String fileName, String text);
}
