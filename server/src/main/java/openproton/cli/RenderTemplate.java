package openproton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import openproton.base.FileTree;
import openproton.base.Json;
import openproton.render.RenderException;
import openproton.render.TemplateEngine;
import openproton.render.bundle.Manifest;
import openproton.render.bundle.TemplateKind;
import openproton.render.codebuild.CodeBuildFiles;
import openproton.render.preview.Preview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows exactly what the deployments of a spec would run.
@Command(
        name = "render",
        description =
                "Show exactly what the deployments of a spec would run: files, inputs, commands. Needs no server.",
        footer = {
            "",
            "Examples:",
            "  openproton template render templates/web-environment --spec templates/web-environment/spec.yaml",
            "  openproton template render templates/web-service --spec spec.yaml --outputs outputs.yaml --out rendered",
            "",
            "The file of --outputs stands in for what is deployed:",
            "  environment: {StateDirectory: /var/lib/site}",
            "  instances: {blue: {Url: 'http://127.0.0.1:8081/'}}"
        })
final class RenderTemplate implements Callable<Integer> {
    private final Outside outside;
    private final TemplateEngine jinja;

    @Parameters(paramLabel = "DIR", description = "The folder that holds schema/schema.yaml.")
    private String folder = "";

    @Option(names = "--spec", required = true, paramLabel = "FILE", description = "The spec to deploy.")
    private String spec = "";

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The environment or service; default: ${DEFAULT-VALUE}.")
    private String name = "preview";

    @Option(names = "--outputs", paramLabel = "FILE", description = "Outputs of what is deployed already.")
    private Optional<String> outputs = Optional.empty();

    @Option(names = "--out", paramLabel = "FOLDER", description = "Write the files there, one folder a deployment.")
    private Optional<String> out = Optional.empty();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "environment or service; default: as its folders tell.")
    private Optional<TemplateKind> kind = Optional.empty();

    @Option(names = "--no-pipeline", description = "Services: the template has no pipeline (CUSTOMER_MANAGED).")
    private boolean noPipeline;

    RenderTemplate(Outside outside, TemplateEngine jinja) {
        this.outside = outside;
        this.jinja = jinja;
    }

    @Override
    public Integer call() {
        var checked = OfflineBundle.check(BundleFolder.read(outside.resolve(folder)), kind, noPipeline);
        Path file = outside.resolve(spec);
        String text = TextFile.read(file);
        var findings = checked.problems(file, text);
        if (!findings.errors().isEmpty()) {
            throw new CommandFailure(ExitCode.FAILED, String.join(System.lineSeparator(), findings.errors()));
        }
        findings.warnings().forEach(warning -> outside.terminal().note("warning: " + warning));
        var known =
                outputs.map(given -> KnownOutputs.read(outside.resolve(given))).orElse(KnownOutputs.NONE);
        for (Preview.Rendered rendered : render(checked, known, text)) {
            show(rendered);
            out.ifPresent(target -> write(outside.resolve(target).resolve(rendered.folder()), rendered.files()));
        }
        return ExitCode.OK.status();
    }

    private List<Preview.Rendered> render(OfflineBundle checked, KnownOutputs known, String text) {
        try {
            return new Preview(checked.bundle(), jinja, known).of(checked.kind(), name, text);
        } catch (RenderException refusal) {
            String hint = refusal.getMessage().contains("outputs") && outputs.isEmpty()
                    ? "%nGive the outputs of what is deployed already with --outputs FILE.".formatted()
                    : "";
            throw new CommandFailure(ExitCode.FAILED, refusal.getMessage() + hint);
        }
    }

    private void show(Preview.Rendered rendered) {
        title("%s".formatted(rendered.label()));
        rendered.files()
                .files()
                .forEach((path, entry) -> say("  %-48s %,9d bytes".formatted(path, entry.content().length)));
        switch (rendered.manifest()) {
            case Manifest.CodeBuild _ -> {
                inputs(rendered.files());
                commands(rendered.files(), "provision", CodeBuildFiles.PROVISION);
                commands(rendered.files(), "deprovision", CodeBuildFiles.DEPROVISION);
            }
            case Manifest.CloudFormation(String file) -> content(file, rendered.files());
            case Manifest.Terraform _ -> content("proton.auto.tfvars.json", rendered.files());
        }
        say("");
    }

    private void inputs(FileTree files) {
        for (String path : List.of("proton-inputs.json", "proton-inputs.tfvars")) {
            content(path, files);
        }
    }

    private void content(String path, FileTree files) {
        files.text(path).ifPresent(text -> {
            title("  " + path);
            text.lines().forEach(line -> say("    " + line));
        });
    }

    private void commands(FileTree files, String what, String path) {
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

    private void variables(Map<?, ?> buildspec) {
        if (buildspec.get("env") instanceof Map<?, ?> env && env.get("variables") instanceof Map<?, ?> variables) {
            variables.forEach((key, value) -> say("    %s=%s".formatted(key, Json.write(value))));
        }
    }

    private void title(String text) {
        say(outside.terminal().tinted(Terminal.Tone.STRONG, text));
    }

    private void say(String line) {
        outside.terminal().say(line);
    }

    private static void write(Path target, FileTree files) {
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
}
