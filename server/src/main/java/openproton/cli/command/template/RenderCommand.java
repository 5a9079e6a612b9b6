package openproton.cli.command.template;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import openproton.api.ApiModel;
import openproton.api.RenderTemplateInput;
import openproton.api.RenderedDeployment;
import openproton.api.TemplateType;
import openproton.cli.command.EndpointOptions;
import openproton.cli.offline.GivenOutputs;
import openproton.cli.offline.OfflineBundle;
import openproton.cli.terminal.CommandContext;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.terminal.ExitCode;
import openproton.cli.terminal.TextFile;
import openproton.cli.wire.TemplateCalls;
import openproton.cli.wire.TemplateReference;
import openproton.render.RenderException;
import openproton.render.TemplateEngine;
import openproton.render.preview.Preview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `openproton template render`: shows what the deployments of a spec would run.
@Command(
        name = "render",
        description = {
            "Show the files, inputs and commands that the deployments of a spec would run.",
            "A bundle folder is rendered without a server. A registered version is rendered by the server, with the"
                    + " outputs of what is deployed."
        },
        footer = {
            "",
            "Examples:",
            "  openproton template render templates/web-environment \\",
            "      --spec templates/web-environment/spec.yaml",
            "  openproton template render templates/web-service --spec spec.yaml \\",
            "      --outputs outputs.yaml --out rendered",
            "  openproton template render --template web-service:1 --spec spec.yaml",
            "",
            "The file for --outputs:",
            "  environment: {StateDirectory: /var/lib/site}",
            "  instances: {blue: {Url: 'http://127.0.0.1:8081/'}}",
            "  components: {blue: {QueueUrl: 'https://queue'}}",
            "With --template, only the outputs of the environment are used."
        })
final class RenderCommand implements Callable<Integer> {
    private final CommandContext context;
    private final TemplateEngine jinja;

    @Mixin
    private final EndpointOptions server;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The folder that contains schema/schema.yaml.")
    private Optional<String> folder = Optional.empty();

    @Option(
            names = "--template",
            paramLabel = "NAME[:MAJOR[.MINOR]]",
            description = "In place of DIR, a registered version, which the server renders.")
    private Optional<String> template = Optional.empty();

    @Option(names = "--spec", required = true, paramLabel = "FILE", description = "The spec to render.")
    private String spec = "";

    @Option(
            names = "--name",
            defaultValue = "preview",
            paramLabel = "NAME",
            description = "The name of the environment or service. Default: ${DEFAULT-VALUE}.")
    private String name = "";

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Write the files to this folder, each deployment in a folder of its own.")
    private Optional<String> out = Optional.empty();

    @Mixin
    private final BundleOptions options;

    RenderCommand(CommandContext context, TemplateEngine jinja) {
        this.context = context;
        this.jinja = jinja;
        this.server = new EndpointOptions(context);
        this.options = new BundleOptions(context);
    }

    @Override
    public Integer call() {
        if (folder.isPresent() == template.isPresent()) {
            throw CommandFailure.wrongUsage("give either DIR or --template, the bundle to render");
        }
        List<RenderedView> views = folder.isPresent() ? offline(folder.get()) : registered(template.orElseThrow());
        for (RenderedView view : views) {
            view.show(context.terminal());
            out.ifPresent(target -> view.write(context.resolve(target)));
        }
        return ExitCode.OK.status();
    }

    private List<RenderedView> offline(String bundle) {
        OfflineBundle checked = options.check(bundle);
        Path file = context.resolve(spec);
        String text = TextFile.read(file);
        var findings = checked.check(file, text);
        findings.requireNoErrors();
        findings.warnings().forEach(context.terminal()::warn);
        return render(checked, text).stream()
                .map((Preview.Rendered rendered) -> RenderedView.of(rendered))
                .toList();
    }

    private List<Preview.Rendered> render(OfflineBundle checked, String text) {
        Optional<GivenOutputs> outputs = options.outputs();
        try {
            return new Preview(checked.bundle(), jinja, outputs.orElse(GivenOutputs.NONE))
                    .of(checked.kind(), name, text);
        } catch (RenderException refusal) {
            String hint = refusal.getMessage().contains("outputs") && outputs.isEmpty()
                    ? "%nGive the outputs of what is deployed already with --outputs FILE.".formatted()
                    : "";
            throw CommandFailure.failed(refusal.getMessage() + hint);
        }
    }

    private List<RenderedView> registered(String wanted) {
        var choice = TemplateReference.parse(wanted);
        var client = server.client();
        TemplateCalls calls = options.kind()
                .map(kind -> new TemplateCalls(client, kind))
                .orElseGet(() -> TemplateCalls.ofTemplate(choice.name(), client));
        var rendered = client.call(
                ApiModel.RENDER_TEMPLATE,
                RenderTemplateInput.builder()
                        .templateType(TemplateType.valueOf(calls.kind().name()))
                        .templateName(choice.name())
                        .majorVersion(choice.majorOf(calls.require(choice.name())))
                        .minorVersion(choice.minor())
                        .spec(TextFile.read(context.resolve(spec)))
                        .name(name)
                        .environmentOutputs(options.outputs().map(GivenOutputs::environmentList))
                        .build());
        return rendered.deployments().stream()
                .map((RenderedDeployment deployment) -> RenderedView.of(deployment))
                .toList();
    }
}
