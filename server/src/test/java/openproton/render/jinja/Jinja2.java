package openproton.render.jinja;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import openproton.base.Json;

/// Jinja2 itself, in one process of Python for a whole list of templates.
final class Jinja2 {

    private Jinja2() {}

    static boolean isInstalled() {
        try {
            boolean installed = new ProcessBuilder("python3", "-c", "import jinja2; assert jinja2.__version__ >= '3.1'")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
            System.getLogger(Jinja2.class.getName())
                    .log(
                            System.Logger.Level.INFO,
                            installed
                                    ? "comparing with Jinja2"
                                    : "Jinja2 3.1 is not installed: nothing to compare with");
            return installed;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// The names of Jinja2's `filters`, `tests` and `globals`.
    @SuppressWarnings("unchecked")
    static Map<String, List<String>> names() {
        return (Map<String, List<String>>) asked("names", List.of());
    }

    /// What each template gives: `output`, or `error`.
    static List<Map<String, Object>> render(List<String> templates, Map<String, Object> data) {
        return render(templates.stream()
                .map(template -> Map.of("template", template, "data", data))
                .toList());
    }

    /// What each template gives with data that is made from the names it reads: `output` and `data`, or `error`.
    ///
    /// @param variant 0 for the first value that a template compares with, 1 for the next
    static List<Map<String, Object>> renderWithMadeData(List<String> templates, int variant) {
        return render(templates.stream()
                .map(template -> Map.<String, Object>of("template", template, "variant", variant))
                .toList());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> render(List<Map<String, Object>> cases) {
        return (List<Map<String, Object>>) asked("render", cases);
    }

    private static Object asked(String question, List<Map<String, Object>> cases) {
        try {
            Path input = Files.createTempFile("templates", ".json");
            Path script = Files.createTempFile("oracle", ".py");
            Files.writeString(input, Json.write(cases));
            try (var resource = Objects.requireNonNull(Jinja2.class.getResourceAsStream("/jinja/oracle.py"))) {
                Files.write(script, resource.readAllBytes());
            }
            var python = new ProcessBuilder("python3", script.toString(), question)
                    .redirectInput(input.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String answer = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Files.delete(input);
            Files.delete(script);
            return Objects.requireNonNull(Json.read(answer));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
