package openproton.cli.command.template;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import openproton.cli.offline.GivenOutputs;
import openproton.cli.offline.OfflineBundle;
import openproton.cli.terminal.CommandContext;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.terminal.ExitCode;
import openproton.cli.terminal.TextFile;
import openproton.render.BundleException;
import openproton.render.RenderException;
import openproton.render.TemplateEngine;
import openproton.render.bundle.TemplateKind;
import openproton.render.preview.DeploymentFiles;
import openproton.render.preview.Preview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `openproton template validate`: checks a bundle folder, and a spec for it.
@Command(
        name = "validate",
        description = "Check a bundle folder as the server does; with --spec, also a spec. Needs no server.",
        footer = {
            "",
            "Examples:",
            "  openproton template validate templates/web-service",
            "  openproton template validate templates/web-service \\",
            "      --spec templates/web-service/spec.yaml",
            "",
            "Exit status: 0 valid, 1 not valid"
        })
final class ValidateCommand implements Callable<Integer> {
    private final CommandContext context;
    private final TemplateEngine jinja;

    @Parameters(paramLabel = "DIR", description = "The folder that contains schema/schema.yaml.")
    private String folder = "";

    @Option(names = "--spec", paramLabel = "FILE", description = "A spec to check against the template's schema.")
    private Optional<String> spec = Optional.empty();

    @Mixin
    private final BundleOptions options;

    ValidateCommand(CommandContext context, TemplateEngine jinja) {
        this.context = context;
        this.jinja = jinja;
        this.options = new BundleOptions(context);
    }

    @Override
    public Integer call() {
        OfflineBundle bundle;
        try {
            bundle = options.check(folder);
            DeploymentFiles.check(bundle.bundle(), jinja)
                    .forEach(text -> context.terminal().warn("%s: %s".formatted(folder, text)));
        } catch (BundleException | RenderException refusal) {
            throw CommandFailure.failed("%s: %s".formatted(folder, refusal.getMessage()));
        }
        if (spec.isPresent() && !fits(bundle, context.resolve(spec.get()))) {
            return ExitCode.FAILED.status();
        }
        context.terminal()
                .say("%s is a valid %s bundle%s"
                        .formatted(
                                folder,
                                bundle.kind().name().toLowerCase(Locale.ROOT),
                                spec.map(" and the spec fits: "::concat).orElse("")));
        return ExitCode.OK.status();
    }

    private boolean fits(OfflineBundle bundle, Path file) {
        String text = TextFile.read(file);
        var findings = bundle.check(file, text);
        findings.warnings().forEach(context.terminal()::warn);
        findings.errors().forEach(error -> context.terminal().error("error", error));
        Optional<GivenOutputs> outputs = options.outputs();
        if (findings.errors().isEmpty() && (outputs.isPresent() || bundle.kind() == TemplateKind.ENVIRONMENT)) {
            new Preview(bundle.bundle(), jinja, outputs.orElse(GivenOutputs.NONE)).of(bundle.kind(), "preview", text);
        }
        return findings.errors().isEmpty();
    }
}
