package openproton.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import openproton.api.ApiModel;
import openproton.api.RenderTemplateInput;
import openproton.api.RenderedDeployment;
import openproton.api.TemplateType;
import openproton.render.RenderException;
import openproton.render.TemplateEngine;
import openproton.render.bundle.TemplateKind;
import openproton.render.preview.Preview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows exactly what the deployments of a spec would run.
@Command(
        name = "render",
        description = {
            "Show exactly what the deployments of a spec would run: files, inputs, commands.",
            "A bundle folder needs no server; a registered version is rendered by its server, with live outputs."
        },
        footer = {
            "",
            "Examples:",
            "  openproton template render templates/web-environment --spec templates/web-environment/spec.yaml",
            "  openproton template render templates/web-service --spec spec.yaml --outputs outputs.yaml --out rendered",
            "  openproton template render --template web-service:1 --spec spec.yaml --name shop",
            "",
            "The file of --outputs stands in for what is deployed:",
            "  environment: {StateDirectory: /var/lib/site}",
            "  instances: {blue: {Url: 'http://127.0.0.1:8081/'}}",
            "  components: {blue: {QueueUrl: 'https://queue'}}",
            "A server takes those of the environment, and knows the others itself."
        })
final class RenderTemplate implements Callable<Integer> {
    private final Outside outside;
    private final TemplateEngine jinja;

    @Mixin
    private ServerChoice server = new ServerChoice();

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The folder that holds schema/schema.yaml.")
    private Optional<String> folder = Optional.empty();

    @Option(
            names = "--template",
            paramLabel = "NAME[:MAJOR[.MINOR]]",
            description = "In the place of DIR: a version that is registered; the server renders it.")
    private Optional<String> template = Optional.empty();

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
        if (folder.isPresent() == template.isPresent()) {
            throw new CommandFailure(ExitCode.USAGE, "what is to be rendered? Expected either DIR or --template");
        }
        List<RenderedView> views = folder.isPresent() ? offline(folder.get()) : registered(template.orElseThrow());
        for (RenderedView view : views) {
            view.show(outside.terminal());
            out.ifPresent(target -> view.write(outside.resolve(target)));
        }
        return ExitCode.OK.status();
    }

    private List<RenderedView> offline(String bundle) {
        var checked = OfflineBundle.check(BundleFolder.read(outside.resolve(bundle)), kind, noPipeline);
        Path file = outside.resolve(spec);
        String text = TextFile.read(file);
        var findings = checked.problems(file, text);
        if (!findings.errors().isEmpty()) {
            throw new CommandFailure(ExitCode.FAILED, String.join(System.lineSeparator(), findings.errors()));
        }
        findings.warnings().forEach(warning -> outside.terminal().note("warning: " + warning));
        return render(checked, known().orElse(KnownOutputs.NONE), text).stream()
                .map((Preview.Rendered rendered) -> RenderedView.of(rendered))
                .toList();
    }

    private Optional<KnownOutputs> known() {
        return outputs.map(given -> KnownOutputs.read(outside.resolve(given)));
    }

    private List<RenderedView> registered(String wanted) {
        var choice = TemplateChoice.parse(wanted);
        var client = server.client(outside);
        TemplateKind found = kind.orElseGet(() -> TemplateCalls.kind(choice.name(), client));
        var known = TemplateCalls.of(found, client)
                .find(choice.name())
                .orElseThrow(() -> DeployOptions.noTemplate(found.name().toLowerCase(Locale.ROOT), choice));
        var rendered = client.call(
                ApiModel.RENDER_TEMPLATE,
                RenderTemplateInput.builder()
                        .templateType(TemplateType.valueOf(found.name()))
                        .templateName(choice.name())
                        .majorVersion(choice.majorOf(known))
                        .minorVersion(choice.minor())
                        .spec(TextFile.read(outside.resolve(spec)))
                        .name(name)
                        .environmentOutputs(known().map(KnownOutputs::environmentList))
                        .build());
        return rendered.deployments().stream()
                .map((RenderedDeployment deployment) -> RenderedView.of(deployment))
                .toList();
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
}
