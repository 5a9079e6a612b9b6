package openproton.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import openproton.bench.PythonRendering.Answer;

/// Compares rendering with Python's Jinja2: templates of our own, and those of a folder.
public final class RenderBench {
    private static final String LINE = "%-60.60s %6s %9s %9s %6s %9s %9s %6s %s";

    private RenderBench() {}

    /// `RenderBench ROOT [FOLDER]`: the folder of the repository, and one with more templates.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<RenderInput> inputs = new ArrayList<>(RenderInput.own());
        if (arguments.length > 1) {
            inputs.addAll(RenderInput.in(Path.of(arguments[1])));
        }
        var python = new PythonRendering(Path.of(arguments[0], "server", "src", "test", "resources", "jinja"));
        String missing = python.missing();
        if (!missing.isEmpty()) {
            say("no comparison: %s; only templates of our own are measured".formatted(missing));
            inputs.removeIf(input -> input.data().isEmpty());
        }
        List<Answer> answers = missing.isEmpty()
                ? python.measure(inputs)
                : inputs.stream().map(PythonRendering::unmeasured).toList();
        say(LINE.formatted("", "", "first µs", "", "", "cached µs", "", "", ""));
        say(LINE.formatted("template", "chars", "here", "Jinja2", "ratio", "here", "Jinja2", "ratio", "same"));
        warmUp(inputs, answers);
        for (int index = 0; index < inputs.size(); index++) {
            compare(inputs.get(index), answers.get(index));
        }
    }

    /// Every template is rendered before any is measured: a server renders many.
    private static void warmUp(List<RenderInput> inputs, List<Answer> answers) {
        for (int index = 0; index < inputs.size(); index++) {
            if (answers.get(index) instanceof Answer.Measured measured) {
                new RenderTimes(inputs.get(index).template(), measured.data()).warmUp();
            }
        }
    }

    private static void compare(RenderInput input, Answer answer) {
        switch (answer) {
            case Answer.Refused refused -> say("%-60.60s %s".formatted(input.name(), refused.why()));
            case Answer.Measured measured -> {
                var times = new RenderTimes(input.template(), measured.data());
                double first = times.first();
                double cached = times.cached();
                say(LINE.formatted(
                        input.name(),
                        input.template().length(),
                        number(first),
                        number(measured.first()),
                        ratio(measured.first(), first),
                        number(cached),
                        number(measured.cached()),
                        ratio(measured.cached(), cached),
                        measured.output().isEmpty() ? "" : measured.output().equals(times.output()) ? "yes" : "NO"));
            }
        }
    }

    private static String number(double micros) {
        return micros == 0 ? "-" : "%.1f".formatted(micros);
    }

    private static String ratio(double python, double here) {
        return python == 0 ? "-" : "%.1f".formatted(python / here);
    }

    private static void say(String line) {
        System.out.println(line.stripTrailing());
    }
}
