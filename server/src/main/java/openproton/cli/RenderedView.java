package openproton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openproton.api.RenderedDeployment;
import openproton.api.RenderedFile;
import openproton.base.FileTree;
import openproton.base.Json;
import openproton.render.codebuild.CodeBuildFiles;
import openproton.render.preview.Preview;

/// What one deployment would run, in the form that people look at.
///
/// @param label such as `instance blue`
/// @param folder a short name for its files
/// @param sizes path to bytes, of every file
/// @param files those whose content is at hand
record RenderedView(String label, String folder, Map<String, Integer> sizes, FileTree files) {
    private static final String TERRAFORM_INPUTS = "proton.auto.tfvars.json";

    /// What was rendered on this machine.
    static RenderedView of(Preview.Rendered rendered) {
        var sizes = new LinkedHashMap<String, Integer>();
        rendered.files().files().forEach((path, entry) -> sizes.put(path, entry.content().length));
        return new RenderedView(rendered.label(), rendered.folder(), sizes, rendered.files());
    }

    /// What a server rendered; it gives the content of texts that are not too long.
    static RenderedView of(RenderedDeployment rendered) {
        var sizes = new LinkedHashMap<String, Integer>();
        FileTree files = FileTree.EMPTY;
        for (RenderedFile file : rendered.files()) {
            sizes.put(file.path(), file.size());
            if (file.content().isPresent()) {
                files = files.with(file.path(), file.content().get());
            }
        }
        return new RenderedView(rendered.target(), folder(rendered.target()), sizes, files);
    }

    private static String folder(String target) {
        return target.startsWith("instance ") ? target.substring("instance ".length()) : target.split(" ", 2)[0];
    }

    /// Writes files, inputs and commands to the terminal.
    void show(Terminal terminal) {
        var page = new Page(terminal, files);
        page.title(label);
        sizes.forEach((path, size) -> terminal.say("  %-48s %,9d bytes".formatted(path, size)));
        if (sizes.containsKey(CodeBuildFiles.PROVISION)) {
            page.inputs();
            page.commands("provision", CodeBuildFiles.PROVISION);
            page.commands("deprovision", CodeBuildFiles.DEPROVISION);
        } else if (sizes.containsKey(TERRAFORM_INPUTS)) {
            page.content(TERRAFORM_INPUTS);
        } else {
            files.files().keySet().forEach(page::content);
        }
        terminal.say("");
    }

    /// Writes the files into a folder of their own.
    ///
    /// @throws CommandFailure when that cannot be done, or a server did not give the content of one
    void write(Path out) {
        Path target = out.resolve(folder);
        sizes.keySet().stream()
                .filter(path -> files.find(path).isEmpty())
                .findFirst()
                .ifPresent(path -> {
                    throw new CommandFailure(
                            ExitCode.FAILED,
                            "%s: the server does not give the content of '%s', which is too long or no text"
                                    .formatted(label, path));
                });
        try {
            for (var file : files.files().entrySet()) {
                Path path = target.resolve(file.getKey());
                Files.createDirectories(path.resolveSibling(""));
                Files.write(path, file.getValue().content());
                if (file.getValue().executable()) {
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        } catch (IOException failure) {
            throw new CommandFailure(ExitCode.FAILED, "cannot write to %s: %s".formatted(target, Problems.of(failure)));
        }
    }

    /// The parts of what is shown.
    private record Page(Terminal terminal, FileTree files) {
        void inputs() {
            for (String path : List.of("proton-inputs.json", "proton-inputs.tfvars")) {
                content(path);
            }
        }

        void content(String path) {
            files.text(path).ifPresent(text -> {
                title("  " + path);
                text.lines().forEach(line -> say("    " + line));
            });
        }

        void commands(String what, String path) {
            if (!(Json.read(files.text(path).orElse("{}")) instanceof Map<?, ?> buildspec)) {
                return;
            }
            title("  " + what);
            variables(buildspec);
            if (buildspec.get("phases") instanceof Map<?, ?> phases
                    && phases.get("build") instanceof Map<?, ?> build
                    && build.get("commands") instanceof List<?> commands) {
                commands.forEach(command -> String.valueOf(command).lines().forEach(line -> say("    " + line)));
            }
        }

        void variables(Map<?, ?> buildspec) {
            if (buildspec.get("env") instanceof Map<?, ?> env && env.get("variables") instanceof Map<?, ?> variables) {
                variables.forEach((key, value) -> say("    %s=%s".formatted(key, Json.write(value))));
            }
        }

        void title(String text) {
            say(terminal.tinted(Terminal.Tone.STRONG, text));
        }

        void say(String line) {
            terminal.say(line);
        }
    }
}
