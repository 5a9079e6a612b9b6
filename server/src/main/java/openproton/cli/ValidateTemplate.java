package openproton.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import openproton.render.BundleException;
import openproton.render.RenderException;
import openproton.render.TemplateEngine;
import openproton.render.bundle.TemplateKind;
import openproton.render.preview.DeploymentFiles;
import openproton.render.preview.Preview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Checks a bundle folder, and a spec for it, the way a server would.
@Command(
        name = "validate",
        description = "Check a bundle folder, and with --spec a spec for it, the way a server would. Needs no server.",
        footer = {
            "",
            "Examples:",
            "  openproton template validate templates/web-service",
            "  openproton template validate templates/web-service --spec templates/web-service/spec.yaml",
            "",
            "Exit status: 0 valid, 1 not valid"
        })
final class ValidateTemplate implements Callable<Integer> {
    private final Outside outside;
    private final TemplateEngine jinja;

    @Parameters(paramLabel = "DIR", description = "The folder that holds schema/schema.yaml.")
    private String folder = "";

    @Option(names = "--spec", paramLabel = "FILE", description = "A spec to hold against the template's schema.")
    private Optional<String> spec = Optional.empty();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "environment or service; default: as its folders tell.")
    private Optional<TemplateKind> kind = Optional.empty();

    @Option(names = "--no-pipeline", description = "Services: the template has no pipeline (CUSTOMER_MANAGED).")
    private boolean noPipeline;

    @Option(names = "--outputs", paramLabel = "FILE", description = "Outputs of what the spec is deployed into.")
    private Optional<String> outputs = Optional.empty();

    ValidateTemplate(Outside outside, TemplateEngine jinja) {
        this.outside = outside;
        this.jinja = jinja;
    }

    @Override
    public Integer call() {
        OfflineBundle checked;
        try {
            checked = OfflineBundle.check(BundleFolder.read(outside.resolve(folder)), kind, noPipeline);
            DeploymentFiles.check(checked.bundle(), jinja).forEach(text -> warn("%s: %s".formatted(folder, text)));
        } catch (BundleException | RenderException refusal) {
            throw new CommandFailure(ExitCode.FAILED, "%s: %s".formatted(folder, refusal.getMessage()));
        }
        if (spec.isPresent() && !fits(checked, outside.resolve(spec.get()))) {
            return ExitCode.FAILED.status();
        }
        outside.terminal()
                .say("%s is a valid %s bundle%s"
                        .formatted(
                                folder,
                                checked.kind().name().toLowerCase(Locale.ROOT),
                                spec.map(" and the spec fits: "::concat).orElse("")));
        return ExitCode.OK.status();
    }

    private boolean fits(OfflineBundle checked, Path file) {
        String text = TextFile.read(file);
        var findings = checked.problems(file, text);
        findings.warnings().forEach(this::warn);
        findings.errors()
                .forEach(problem ->
                        outside.terminal().note(outside.terminal().tinted(Terminal.Tone.BAD, "error: ") + problem));
        if (findings.errors().isEmpty() && (outputs.isPresent() || checked.kind() == TemplateKind.ENVIRONMENT)) {
            var known = outputs.map(name -> KnownOutputs.read(outside.resolve(name)))
                    .orElse(KnownOutputs.NONE);
            new Preview(checked.bundle(), jinja, known).of(checked.kind(), "preview", text);
        }
        return findings.errors().isEmpty();
    }

    private void warn(String text) {
        outside.terminal().note(outside.terminal().tinted(Terminal.Tone.BUSY, "warning: ") + text);
    }
}
