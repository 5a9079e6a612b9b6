package openproton.cli.command.template;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openproton.api.RenderedDeployment;
import openproton.api.RenderedFile;
import openproton.base.FileTree;
import openproton.base.Json;
import openproton.cli.offline.OfflineBuildspec;
import openproton.cli.offline.OutputFolder;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.terminal.Terminal;
import openproton.render.codebuild.CodeBuildFiles;
import openproton.render.preview.Preview;

/// Shows and writes what one deployment would run.
///
/// @param label such as `instance blue`
/// @param folder a short name for its files
/// @param sizes the size in bytes of every file, by path
/// @param files the files whose content is known
record RenderedView(String label, String folder, Map<String, Integer> sizes, FileTree files) {
    private static final String TERRAFORM_INPUTS = "proton.auto.tfvars.json";

    /// A deployment rendered on this machine.
    static RenderedView of(Preview.Rendered rendered) {
        var sizes = new LinkedHashMap<String, Integer>();
        rendered.files().files().forEach((path, entry) -> sizes.put(path, entry.content().length));
        return new RenderedView(rendered.label(), rendered.folder(), sizes, rendered.files());
    }

    /// A deployment rendered by a server, which sends the content of texts up to a limit.
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

    /// Shows files, inputs and commands.
    void show(Terminal terminal) {
        var sections = new Sections(terminal, files);
        sections.title(label);
        sizes.forEach((path, size) -> terminal.say("  %-48s %,9d bytes".formatted(path, size)));
        if (sizes.containsKey(CodeBuildFiles.PROVISION)) {
            sections.inputs();
            sections.commands("provision", CodeBuildFiles.PROVISION);
            sections.commands("deprovision", CodeBuildFiles.DEPROVISION);
        } else if (sizes.containsKey(TERRAFORM_INPUTS)) {
            sections.content(TERRAFORM_INPUTS);
        } else {
            files.files().keySet().forEach(sections::content);
        }
        terminal.say("");
    }

    /// Writes the files into a folder of their own.
    ///
    /// @throws CommandFailure when a file cannot be written, or the server did not send the content of a file
    void write(Path out) {
        Path target = out.resolve(folder);
        sizes.keySet().stream()
                .filter(path -> files.find(path).isEmpty())
                .findFirst()
                .ifPresent(path -> {
                    throw CommandFailure.failed(
                            "%s: the server does not send the content of '%s', which is too long or not text"
                                    .formatted(label, path));
                });
        new OutputFolder(target).write(files);
    }

    /// The sections that are shown.
    private record Sections(Terminal terminal, FileTree files) {
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

        void commands(String title, String path) {
            var buildspec = OfflineBuildspec.parse(files.text(path).orElse("{}"));
            title("  " + title);
            buildspec.variables().forEach((key, value) -> say("    %s=%s".formatted(key, Json.write(value))));
            buildspec.commands().forEach(command -> command.lines().forEach(line -> say("    " + line)));
        }

        void title(String text) {
            terminal.title(text);
        }

        void say(String line) {
            terminal.say(line);
        }
    }
}
