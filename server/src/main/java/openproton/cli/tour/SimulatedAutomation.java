package openproton.cli.tour;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import openproton.base.FileTree;
import openproton.base.Json;
import openproton.cli.offline.OutputFolder;
import openproton.cli.terminal.CommandContext;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.terminal.FileErrors;

/// Stands in for a team's own automation after a merge: runs Terraform, or only says so when Terraform is not
/// installed.
///
/// @param folder the working folder, which also holds the state
record SimulatedAutomation(CommandContext context, Path folder) {
    private static final String STATE = "terraform.tfstate";

    /// Applies the merged files.
    ///
    /// @return the outputs as texts; lists and maps as JSON
    /// @throws CommandFailure when Terraform fails
    Map<String, String> apply(FileTree files) {
        new OutputFolder(folder).write(files);
        Optional<Path> terraform = terraform();
        if (terraform.isEmpty()) {
            say("Neither tofu nor terraform is on the PATH, so the automation only pretends to apply the files");
            return Map.of("Pretended", "true");
        }
        run(terraform.get(), "init", "-no-color", "-input=false");
        run(terraform.get(), "apply", "-no-color", "-input=false", "-auto-approve");
        return flat(answer(terraform.get(), ProcessBuilder.Redirect.DISCARD, "output", "-no-color", "-json"));
    }

    /// Destroys the infrastructure, if there is any.
    ///
    /// @throws CommandFailure when Terraform fails
    void destroy() {
        Optional<Path> terraform = terraform().filter(_ -> Files.exists(folder.resolve(STATE)));
        if (terraform.isEmpty()) {
            say("There is nothing to destroy");
            return;
        }
        run(terraform.get(), "destroy", "-no-color", "-input=false", "-auto-approve");
    }

    private Optional<Path> terraform() {
        List<String> places =
                List.of(context.variables().getOrDefault("PATH", "").split(File.pathSeparator));
        return Stream.of("tofu", "terraform")
                .flatMap(name -> places.stream().map(place -> Path.of(place).resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private void run(Path terraform, String... arguments) {
        answer(terraform, ProcessBuilder.Redirect.PIPE, arguments)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> say("| " + line));
    }

    /// @param warnings where standard error goes; with `PIPE`, into the answer
    private String answer(Path terraform, ProcessBuilder.Redirect warnings, String... arguments) {
        var command = new ArrayList<String>(List.of(terraform.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(warnings.equals(ProcessBuilder.Redirect.PIPE))
                    .redirectError(warnings)
                    .start();
            process.getOutputStream().close();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw CommandFailure.failed("%s %s failed:%n%s".formatted(terraform, arguments[0], answer));
            }
            return answer;
        } catch (IOException failure) {
            throw FileErrors.cannot("run", terraform, failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("interrupted");
        }
    }

    private static Map<String, String> flat(String json) {
        var outputs = new LinkedHashMap<String, String>();
        if (Json.read(json) instanceof Map<?, ?> map) {
            map.forEach((name, about) -> {
                Object value = about instanceof Map<?, ?> output ? output.get("value") : about;
                outputs.put(String.valueOf(name), value instanceof String text ? text : Json.write(value));
            });
        }
        return outputs;
    }

    private void say(String text) {
        context.terminal().detail(text);
    }
}
