package openproton;

import openproton.render.TemplateEngine;

/// Placeholder until the Jinja engine is merged.
final class TemplateEngines {
    private TemplateEngines() {}

    static TemplateEngine standard() {
        return (_, text, _) -> text;
    }
}
