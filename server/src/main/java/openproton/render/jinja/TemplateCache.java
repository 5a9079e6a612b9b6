package openproton.render.jinja;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import openproton.render.jinja.syntax.Template;

/// Parsed templates by their text. The least recently used one is removed first.
final class TemplateCache {
    private final long charactersMax;
    private final Map<String, Template> templates = new LinkedHashMap<>(16, 0.75f, true);
    private long characters;

    /// @param charactersMax how much text may be kept
    TemplateCache(long charactersMax) {
        this.charactersMax = charactersMax;
    }

    Template get(String text, Function<String, Template> parse) {
        Template known = find(text);
        if (known != null) {
            return known;
        }
        Template parsed = parse.apply(text);
        keep(text, parsed);
        return parsed;
    }

    private synchronized @org.jspecify.annotations.Nullable Template find(String text) {
        return templates.get(text);
    }

    private synchronized void keep(String text, Template template) {
        if (text.length() > charactersMax || templates.putIfAbsent(text, template) != null) {
            return;
        }
        characters += text.length();
        var oldest = templates.keySet().iterator();
        while (characters > charactersMax) {
            characters -= oldest.next().length();
            oldest.remove();
        }
    }
}
