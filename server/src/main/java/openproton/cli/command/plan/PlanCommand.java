package openproton.cli.command.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import openproton.cli.command.EndpointOptions;
import openproton.cli.command.PartOptions;
import openproton.cli.command.TargetParameters;
import openproton.cli.follow.DeploymentTarget;
import openproton.cli.follow.PartStatus;
import openproton.cli.follow.TargetKind;
import openproton.cli.terminal.CommandContext;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.terminal.ExitCode;
import openproton.cli.terminal.TextFile;
import openproton.cli.wire.ServerClient;
import openproton.cli.wire.TemplateCalls;
import openproton.render.TemplateEngine;
import openproton.render.bundle.TemplateKind;
import openproton.render.spec.InstanceSpec;
import openproton.render.spec.ServiceSpec;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `openproton plan`: shows what an update would change, and changes nothing.
@Command(
        name = "plan",
        description = {
            "Show what an update would change: the version, the spec, the rendered files, and the resources where the"
                    + " engine can tell.",
            "Changes nothing. For a service, plans every instance and the pipeline unless you choose one."
        },
        footer = {
            "",
            "Examples:",
            "  openproton plan environment staging --spec spec.yaml",
            "  openproton plan service shop --instance blue --minor",
            "  openproton plan service shop --bundle my-service",
            "  openproton plan component queue --file component.yaml --exit-code",
            "",
            "Exit status: 0, also when there are changes; with --exit-code, 1 when there are changes"
        })
public final class PlanCommand implements Callable<Integer> {
    private final CommandContext context;
    private final TemplateEngine jinja;

    @Mixin
    private final EndpointOptions server;

    @Mixin
    private final TargetParameters parameters = new TargetParameters();

    @ArgGroup
    private PartOptions part = new PartOptions();

    @ArgGroup
    private UpdateOptions update = new UpdateOptions();

    @Option(names = "--spec", paramLabel = "FILE", description = "Plan this spec. Default: the deployed spec.")
    private Optional<String> spec = Optional.empty();

    @Option(
            names = "--file",
            paramLabel = "TEMPLATE",
            description = "For a component, plan this template file. Default: the deployed file.")
    private Optional<String> file = Optional.empty();

    @Option(
            names = "--bundle",
            paramLabel = "DIR",
            description = "Plan the bundle in this folder, without registering it.")
    private Optional<String> bundle = Optional.empty();

    @Option(names = "--exit-code", description = "Exit with status 1 when there are changes.")
    private boolean exitCode;

    public PlanCommand(CommandContext context, TemplateEngine jinja) {
        this.context = context;
        this.jinja = jinja;
        this.server = new EndpointOptions(context);
    }

    @Override
    public Integer call() {
        DeploymentTarget target = parameters.target();
        checkOptions(target);
        var client = server.client();
        Optional<String> text = spec.map(given -> TextFile.read(context.resolve(given)));
        Optional<ServiceSpec> wanted =
                target.kind() == TargetKind.SERVICE ? text.map(ServiceSpec::parse) : Optional.empty();
        List<DeployedPart> deployed = part.choose(target, DeployedPart.of(client, target), DeployedPart::label);
        boolean changes = false;
        for (DeployedPart one : deployed) {
            if (wanted.map(given -> isIn(given, one)).orElse(true)) {
                changes |= plan(client, one, text);
            } else {
                say("%s is not in the spec and would be removed".formatted(one.label()));
                changes = true;
            }
            say("");
        }
        changes |= wanted.map(given -> showNew(given, deployed)).orElse(false);
        return ExitCode.of(!(exitCode && changes));
    }

    private void checkOptions(DeploymentTarget target) {
        boolean isComponent = target.kind() == TargetKind.COMPONENT;
        if (part.label().isPresent() && target.kind() != TargetKind.SERVICE) {
            throw wrongOptions("--instance and --pipeline are for services only");
        } else if (file.isPresent() && !isComponent) {
            throw wrongOptions("--file is for components only");
        } else if (isComponent && (bundle.isPresent() || update.isGiven())) {
            throw wrongOptions("a component has no template version; use --file and --spec only");
        } else if (bundle.isPresent() && update.isGiven()) {
            throw wrongOptions("--bundle replaces the version; leave out --minor, --major and --version");
        }
    }

    private static CommandFailure wrongOptions(String message) {
        return CommandFailure.wrongUsage(message);
    }

    /// @return whether the update would change anything
    private boolean plan(ServerClient client, DeployedPart deployed, Optional<String> text) {
        TemplateKind template =
                parameters.target().kind() == TargetKind.SERVICE ? TemplateKind.SERVICE : TemplateKind.ENVIRONMENT;
        var view = new PlanView(context.terminal());
        if (bundle.isEmpty()) {
            var move = update.move(deployed.version(), new TemplateCalls(client, template));
            Optional<String> component = file.map(given -> TextFile.read(context.resolve(given)));
            return new ServerPlan(client, view).show(deployed, move, text, component);
        }
        Path folder = context.resolve(bundle.get());
        var plan = BundlePlan.of(
                client, jinja, folder, template, parameters.target().name());
        String planned = text.map(given -> plan.spec(Path.of(spec.orElseThrow()), given, deployed))
                .orElse(deployed.spec().orElse(""));
        return plan.show(view, bundle.get(), deployed, planned);
    }

    private static boolean isIn(ServiceSpec given, DeployedPart deployed) {
        return deployed.label().equals(PartStatus.PIPELINE)
                || given.instances().stream()
                        .anyMatch(instance -> deployed.label().equals(PartStatus.instance(instance.name())));
    }

    /// Names the instances that are only in the spec.
    ///
    /// @return whether there are any
    private boolean showNew(ServiceSpec given, List<DeployedPart> deployed) {
        if (part.label().isPresent()) {
            return false;
        }
        var labels = deployed.stream().map(DeployedPart::label).toList();
        var added = given.instances().stream()
                .map(InstanceSpec::name)
                .filter(instance -> !labels.contains(PartStatus.instance(instance)))
                .toList();
        added.forEach(instance ->
                say("instance %s would be created; 'openproton template render' shows its files".formatted(instance)));
        return !added.isEmpty();
    }

    private void say(String line) {
        context.terminal().say(line);
    }
}
