package openproton.render;

import java.util.Map;

/// Evaluates Jinja text.
@FunctionalInterface
public interface TemplateEngine {

    /// What a text becomes: the value itself when the whole text is one `{{ expression }}`, otherwise a string.
    ///
    /// @param fileName names the place in error messages
    /// @throws RenderException when the text is not valid or uses a value that is not there
    Object evaluate(String fileName, String text, Map<String, Object> values);
}
