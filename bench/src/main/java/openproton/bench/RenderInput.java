package openproton.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import openproton.base.Json;

/// A template to render.
///
/// @param data what to render it with; empty when that is to be made from the names it reads
record RenderInput(String name, String template, Map<String, Object> data) {
    private static final List<String> OWN = List.of("environment.yaml", "service.yaml", "pipeline.yaml");

    static List<RenderInput> own() throws IOException {
        Map<String, Object> data = map(resource("data.json"));
        var inputs = new ArrayList<RenderInput>();
        for (String name : OWN) {
            inputs.add(new RenderInput(name, resource(name), data));
        }
        return inputs;
    }

    /// Every YAML file below a folder that has Jinja in it.
    static List<RenderInput> in(Path folder) throws IOException {
        var inputs = new ArrayList<RenderInput>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(RenderInput::isYaml).sorted().toList()) {
                String text = Files.readString(file);
                if (text.contains("{{") || text.contains("{%")) {
                    String name = folder.relativize(file).toString();
                    inputs.add(new RenderInput(name.substring(Math.max(0, name.length() - 60)), text, Map.of()));
                }
            }
        }
        return inputs;
    }

    private static boolean isYaml(Path file) {
        String name = file.toString();
        return (name.endsWith(".yaml") || name.endsWith(".yml")) && !name.contains("/.github/");
    }

    static String resource(String name) throws IOException {
        try (var stream = Objects.requireNonNull(RenderInput.class.getResourceAsStream("/render/" + name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(String json) {
        return (Map<String, Object>) Objects.requireNonNull(Json.read(json));
    }
}
