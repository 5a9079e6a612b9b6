package openproton.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import openproton.base.Json;
import org.jspecify.annotations.Nullable;

/// Lets Python's Jinja2 render and measure the same templates, in one process.
///
/// @param oracle the folder with the module that says how Jinja2 is set up
record PythonRendering(Path oracle) {

    /// What came of one template.
    sealed interface Answer {
        /// @param first microseconds of the first rendering, parsing included; 0 when nobody measured
        /// @param cached microseconds of every further one
        record Measured(Map<String, Object> data, String output, double first, double cached) implements Answer {}

        record Refused(String why) implements Answer {}
    }

    /// Why it cannot be asked, or nothing.
    String missing() throws InterruptedException {
        try {
            int status = new ProcessBuilder("python3", "-c", "import jinja2")
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
            return status == 0 ? "" : "python3 has no jinja2 (Debian: apt install python3-jinja2)";
        } catch (IOException _) {
            return "there is no python3";
        }
    }

    List<Answer> measure(List<RenderInput> inputs) throws IOException {
        Path script = Files.createTempFile("render", ".py");
        Path cases = Files.createTempFile("cases", ".json");
        Files.writeString(script, RenderInput.resource("render.py"));
        Files.writeString(
                cases, Json.write(inputs.stream().map(PythonRendering::asked).toList()));
        Process python = new ProcessBuilder("python3", script.toString(), oracle.toString())
                .redirectInput(cases.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String json = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Files.delete(script);
        Files.delete(cases);
        var answers = new ArrayList<Answer>();
        for (Object answer : (List<?>) Objects.requireNonNull(Json.read(json))) {
            answers.add(answer((Map<?, ?>) Objects.requireNonNull(answer)));
        }
        return answers;
    }

    private static Map<String, @Nullable Object> asked(RenderInput input) {
        var asked = new LinkedHashMap<String, @Nullable Object>();
        asked.put("name", input.name());
        asked.put("template", input.template());
        asked.put("data", input.data().isEmpty() ? null : input.data());
        return asked;
    }

    @SuppressWarnings("unchecked")
    private static Answer answer(Map<?, ?> answer) {
        if (answer.get("error") instanceof String error) {
            return new Answer.Refused("refused by Jinja2: " + error);
        }
        return new Answer.Measured(
                (Map<String, Object>) Objects.requireNonNull(answer.get("data")),
                String.valueOf(answer.get("output")),
                number(answer.get("first")),
                number(answer.get("cached")));
    }

    private static double number(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).doubleValue();
    }

    static Answer unmeasured(RenderInput input) {
        return new Answer.Measured(input.data(), "", 0, 0);
    }
}
