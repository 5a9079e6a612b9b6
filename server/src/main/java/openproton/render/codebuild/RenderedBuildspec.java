package openproton.render.codebuild;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openproton.base.Json;
import openproton.render.RenderException;
import openproton.render.TemplateEngine;
import openproton.render.bundle.CodeBuildSettings;
import org.jspecify.annotations.Nullable;

/// Evaluates the settings of a manifest into the form of a CodeBuild buildspec.
///
/// @param file the manifest, for messages
/// @param values what the settings may read
record RenderedBuildspec(String file, CodeBuildSettings settings, Map<String, Object> values, TemplateEngine engine) {

    Map<String, Object> provision() {
        return buildspec("provision", settings.commands().provision());
    }

    Map<String, Object> deprovision() {
        return buildspec("deprovision", settings.commands().deprovision());
    }

    private Map<String, Object> buildspec(String key, List<String> commands) {
        var spec = new LinkedHashMap<String, Object>();
        spec.put("version", "0.2");
        spec.put("image", text("image", settings.image()));
        spec.put("env", env());
        spec.put("phases", phases(key, commands));
        spec.put("project-properties", evaluated("project_properties", settings.projectProperties()));
        return spec;
    }

    private Map<String, Object> env() {
        var env = new LinkedHashMap<String, Object>();
        env.put("variables", texts("env.variables", settings.variables().plain()));
        env.put(
                "secrets-manager",
                texts("env.secrets_manager", settings.variables().secrets()));
        return env;
    }

    private Map<String, Object> phases(String key, List<String> commands) {
        var phases = new LinkedHashMap<String, Object>();
        if (!settings.runtimes().isEmpty()) {
            phases.put("install", Map.of("runtime-versions", texts("runtimes", settings.runtimes())));
        }
        var evaluated = new ArrayList<String>();
        for (String command : commands) {
            evaluated.add(text("%s[%d]".formatted(key, evaluated.size()), command));
        }
        phases.put("build", Map.of("commands", evaluated));
        return phases;
    }

    private Map<String, Object> texts(String key, Map<String, String> templates) {
        var texts = new LinkedHashMap<String, Object>();
        templates.forEach((name, template) -> texts.put(name, text(key + "." + name, template)));
        return texts;
    }

    /// A string, where a build takes nothing else; booleans are spelled as Jinja prints them.
    private String text(String key, String template) {
        return switch (engineValue(key, template)) {
            case Boolean truth -> truth ? "True" : "False";
            case Map<?, ?> map -> Json.write(map);
            case List<?> list -> Json.write(list);
            case Object value -> value.toString();
        };
    }

    /// Plain data with every string in it evaluated, so that a list stays a list.
    private @Nullable Object evaluated(String key, @Nullable Object setting) {
        return switch (setting) {
            case String template -> engineValue(key, template);
            case Map<?, ?> map -> {
                var evaluated = new LinkedHashMap<String, Object>();
                map.forEach((name, value) -> evaluated.put((String) name, evaluated(key + "." + name, value)));
                yield evaluated;
            }
            case List<?> list -> {
                var evaluated = new ArrayList<Object>();
                for (Object item : list) {
                    evaluated.add(evaluated("%s[%d]".formatted(key, evaluated.size()), item));
                }
                yield evaluated;
            }
            case null, default -> setting;
        };
    }

    private Object engineValue(String key, String template) {
        try {
            return engine.evaluate(file, template, values);
        } catch (RenderException e) {
            var told = new RenderException("%s: settings.%s: %s".formatted(file, key, e.getMessage()));
            told.initCause(e);
            throw told;
        }
    }
}
