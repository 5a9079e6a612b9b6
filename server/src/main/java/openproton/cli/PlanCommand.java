package openproton.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import openproton.api.ApiModel;
import openproton.api.PlanDeploymentInput;
import openproton.api.PlanDeploymentOutput;
import openproton.render.TemplateEngine;
import openproton.render.bundle.TemplateKind;
import openproton.render.difference.UnifiedDifference;
import openproton.render.spec.InstanceSpec;
import openproton.render.spec.ServiceSpec;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows what an update would change, and changes nothing.
@Command(
        name = "plan",
        description = {
            "Show what an update would change: version, spec, rendered files, and resources where the engine can tell.",
            "Nothing is touched. Of a service, every instance and the pipeline are planned unless one is named."
        },
        footer = {
            "",
            "Examples:",
            "  openproton plan environment staging --spec spec.yaml",
            "  openproton plan service shop --instance blue --minor",
            "  openproton plan service shop --bundle my-service",
            "  openproton plan component queue --file component.yaml --exit-code",
            "",
            "Exit status: 0 also when there are changes; with --exit-code 1 then"
        })
final class PlanCommand implements Callable<Integer> {
    private final Outside outside;
    private final TemplateEngine jinja;

    @Mixin
    private ServerChoice server = new ServerChoice();

    @Parameters(index = "0", paramLabel = "KIND", description = "environment, service or component")
    private Optional<ThingChoice> kind = Optional.empty();

    @Parameters(index = "1", paramLabel = "NAME")
    private String name = "";

    @ArgGroup
    private PartChoice part = new PartChoice();

    @ArgGroup
    private UpdateChoice update = new UpdateChoice();

    @Option(names = "--spec", paramLabel = "FILE", description = "The spec; default: the one that is deployed.")
    private Optional<String> spec = Optional.empty();

    @Option(names = "--file", paramLabel = "TEMPLATE", description = "Components: the file; default: as deployed.")
    private Optional<String> file = Optional.empty();

    @Option(
            names = "--bundle",
            paramLabel = "DIR",
            description = "Compare what this bundle folder would render, without registering it.")
    private Optional<String> bundle = Optional.empty();

    @Option(names = "--exit-code", description = "End with 1 when there are changes.")
    private boolean exitCode;

    PlanCommand(Outside outside, TemplateEngine jinja) {
        this.outside = outside;
        this.jinja = jinja;
    }

    @Override
    public Integer call() {
        Followed followed = kind.orElseThrow().named(name);
        checkOptions(followed);
        var client = server.client(outside);
        Optional<String> text = spec.map(given -> TextFile.read(outside.resolve(given)));
        List<Deployed> deployed = Deployed.of(client, followed, part.label());
        Optional<ServiceSpec> wanted =
                followed.kind().equals("service") ? text.map(ServiceSpec::parse) : Optional.empty();
        boolean changes = false;
        for (Deployed one : deployed) {
            if (wanted.map(given -> isIn(given, one)).orElse(true)) {
                changes |= bundle.isPresent() ? compare(client, one, text) : plan(client, one, text);
            } else {
                note("%s is not in the spec and would be removed".formatted(one.label()));
                changes = true;
            }
            outside.terminal().say("");
        }
        changes |= wanted.map(given -> noteNew(given, deployed)).orElse(false);
        return exitCode && changes ? ExitCode.FAILED.status() : ExitCode.OK.status();
    }

    private void checkOptions(Followed followed) {
        boolean component = followed instanceof FollowedComponent;
        if (part.label().isPresent() && !(followed instanceof Followed.OfService)) {
            throw new CommandFailure(ExitCode.USAGE, "--instance and --pipeline go with a service");
        } else if (file.isPresent() && !component) {
            throw new CommandFailure(ExitCode.USAGE, "--file goes with a component");
        } else if (component && (bundle.isPresent() || update.isGiven())) {
            throw new CommandFailure(ExitCode.USAGE, "a component has no template: --file and --spec go with it");
        } else if (bundle.isPresent() && update.isGiven()) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--bundle takes the place of a version: leave --minor, --major and --version out");
        }
    }

    private boolean plan(ApiClient client, Deployed deployed, Optional<String> text) {
        VersionMove move = update.move(deployed.version());
        PlanDeploymentOutput planned = client.call(
                ApiModel.PLAN_DEPLOYMENT,
                PlanDeploymentInput.builder()
                        .resourceArn(deployed.arn())
                        .deploymentType(move.type())
                        .templateMajorVersion(move.major())
                        .templateMinorVersion(move.minor())
                        .spec(text)
                        .templateFile(file.map(given -> TextFile.read(outside.resolve(given))))
                        .build());
        var view = new PlanView(outside.terminal());
        view.head(
                deployed.label(),
                planned.currentVersion().orElse(""),
                planned.plannedVersion().orElse(""));
        view.difference("spec", planned.specDifference());
        view.difference("files", planned.filesDifference());
        planned.resourceChanges().ifPresent(view::resources);
        planned.engineMessage().ifPresent(why -> outside.terminal().say("resources: unknown. " + why));
        planned.engineText().ifPresent(plan -> plan.lines().forEach(outside.terminal()::say));
        return !planned.currentVersion().equals(planned.plannedVersion())
                || !planned.specDifference().isEmpty()
                || !planned.filesDifference().isEmpty()
                || !planned.resourceChanges().orElse(List.of()).isEmpty();
    }

    private boolean compare(ApiClient client, Deployed deployed, Optional<String> text) {
        String folder = bundle.orElseThrow();
        TemplateKind template =
                kind.orElseThrow() == ThingChoice.SERVICE ? TemplateKind.SERVICE : TemplateKind.ENVIRONMENT;
        var plan = BundlePlan.of(client, jinja, outside.resolve(folder), template, name);
        String before = deployed.spec().orElse("");
        String after = text.map(given -> plan.spec(Path.of(spec.orElseThrow()), given, deployed))
                .orElse(before);
        String files = plan.filesDifference(deployed, after);
        var view = new PlanView(outside.terminal());
        view.head(
                deployed.label(),
                deployed.version().map(Deployed.Version::toString).orElse(""),
                folder);
        String specs = UnifiedDifference.ofTexts("spec.yaml", before, after);
        view.difference("spec", specs);
        view.difference("files", files);
        return !specs.isEmpty() || !files.isEmpty();
    }

    private static boolean isIn(ServiceSpec given, Deployed deployed) {
        return deployed.label().equals("pipeline")
                || given.instances().stream()
                        .anyMatch(instance -> deployed.label().equals("instance " + instance.name()));
    }

    /// Says which instances are only in the spec; the plan of one that was never deployed is what it renders.
    private boolean noteNew(ServiceSpec given, List<Deployed> deployed) {
        if (part.label().isPresent()) {
            return false;
        }
        var labels = deployed.stream().map(Deployed::label).toList();
        var added = new ArrayList<String>();
        given.instances().stream()
                .map(InstanceSpec::name)
                .filter(instance -> !labels.contains("instance " + instance))
                .forEach(added::add);
        added.forEach(
                instance -> note("instance %s would be created; 'openproton template render' shows what it would run"
                        .formatted(instance)));
        return !added.isEmpty();
    }

    private void note(String text) {
        outside.terminal().say(text);
    }

    /// Which part of a service is planned.
    private static final class PartChoice {
        @Option(names = "--instance", paramLabel = "NAME", description = "Only this instance of the service.")
        private Optional<String> instance = Optional.empty();

        @Option(names = "--pipeline", description = "Only the pipeline of the service.")
        private boolean pipeline;

        Optional<String> label() {
            return pipeline ? Optional.of("pipeline") : instance.map("instance "::concat);
        }
    }
}
