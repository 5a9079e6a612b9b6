package openproton.cli;

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

/// Plays what a team's own automation does after a merge: runs Terraform where it is found, else only says so.
///
/// @param folder where it works and keeps its state
record PlayedAutomation(Outside outside, Path folder) {
    private static final String STATE = "terraform.tfstate";

    /// Brings to life what the merged files say.
    ///
    /// @return the outputs, each as text: lists and maps as JSON
    /// @throws CommandFailure when Terraform fails
    Map<String, String> apply(FileTree files) {
        write(files);
        Optional<Path> terraform = terraform();
        if (terraform.isEmpty()) {
            say("Neither tofu nor terraform is on the PATH: this only pretends that the files were applied");
            return Map.of("Pretended", "true");
        }
        run(terraform.get(), "init", "-no-color", "-input=false");
        run(terraform.get(), "apply", "-no-color", "-input=false", "-auto-approve");
        return flat(answer(terraform.get(), ProcessBuilder.Redirect.DISCARD, "output", "-no-color", "-json"));
    }

    /// Removes what was made, if anything was.
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
                List.of(outside.variables().getOrDefault("PATH", "").split(File.pathSeparator));
        return Stream.of("tofu", "terraform")
                .flatMap(name -> places.stream().map(place -> Path.of(place).resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private void write(FileTree files) {
        try {
            for (Map.Entry<String, FileTree.Entry> file : files.files().entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.resolveSibling(""));
                Files.writeString(path, file.getValue().text());
            }
        } catch (IOException failure) {
            throw failed("cannot write to %s: %s".formatted(folder, Problems.of(failure)));
        }
    }

    private void run(Path terraform, String... arguments) {
        answer(terraform, ProcessBuilder.Redirect.PIPE, arguments)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> say("| " + line));
    }

    /// @param problems where warnings go: `PIPE` for into the answer
    private String answer(Path terraform, ProcessBuilder.Redirect problems, String... arguments) {
        var command = new ArrayList<String>(List.of(terraform.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(problems.equals(ProcessBuilder.Redirect.PIPE))
                    .redirectError(problems)
                    .start();
            process.getOutputStream().close();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw failed("%s %s failed:%n%s".formatted(terraform, arguments[0], answer));
            }
            return answer;
        } catch (IOException failure) {
            throw failed("%s cannot be run: %s".formatted(terraform, Problems.of(failure)));
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw failed("interrupted");
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
        outside.terminal().note("    " + text);
    }

    private static CommandFailure failed(String why) {
        return new CommandFailure(ExitCode.FAILED, why);
    }
}
