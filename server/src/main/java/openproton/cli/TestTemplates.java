package openproton.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import openproton.render.TemplateEngine;
import openproton.render.bundle.TemplateKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Tries bundles with every spec that lies in them, and registers nothing.
@Command(
        name = "test",
        description = {
            "Check bundles as a registration would, and render and check every deployment of every spec in them.",
            "Needs no server. Specs are all YAML files that begin with 'proton: EnvironmentSpec' or 'ServiceSpec'."
        },
        footer = {
            "",
            "Examples:",
            "  openproton template test templates",
            "  openproton template test my-service --outputs outputs.yaml --junit target/bundles.xml",
            "",
            "Without --outputs, the file outputs.yaml beside the spec or in the bundle stands in for what is deployed;",
            "without such a file, outputs are made up for the names that the templates read.",
            "Exit status: 0 all right, 1 something is wrong"
        })
final class TestTemplates implements Callable<Integer> {
    private final Outside outside;
    private final TemplateEngine jinja;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "A bundle, or a folder with bundles below it.")
    private List<String> folders = List.of();

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the results there, for build servers.")
    private Optional<String> junit = Optional.empty();

    @Option(names = "--outputs", paramLabel = "FILE", description = "Outputs of what services are deployed into.")
    private Optional<String> outputs = Optional.empty();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "environment or service; default: as the folders tell.")
    private Optional<TemplateKind> kind = Optional.empty();

    @Option(
            names = "--no-pipeline",
            description = "Services: the template has no pipeline (CUSTOMER_MANAGED); default: as the folders tell.")
    private boolean noPipeline;

    TestTemplates(Outside outside, TemplateEngine jinja) {
        this.outside = outside;
        this.jinja = jinja;
    }

    @Override
    public Integer call() {
        var search = new BundleSearch(outside.folder());
        var trial = new BundleTrial(outside, jinja, kind, noPipeline, outputs.map(outside::resolve));
        List<TrialResult.OfBundle> bundles = folders.stream()
                .flatMap(folder -> search.bundles(outside.resolve(folder)).stream())
                .distinct()
                .map((Path bundle) -> trial.of(bundle))
                .toList();
        table(bundles);
        bundles.forEach(this::problems);
        junit.ifPresent(file -> new JUnitReport(bundles).write(outside.resolve(file)));
        return totals(bundles);
    }

    private void table(List<TrialResult.OfBundle> bundles) {
        var table = new Table(outside.terminal(), "BUNDLE", "SPEC", "DEPLOYMENT", "RESULT", "OUTPUTS");
        for (TrialResult.OfBundle bundle : bundles) {
            for (TrialResult result : bundle.results()) {
                table.row(
                        bundle.bundle(),
                        result.spec(),
                        result.deployment(),
                        result.isGood() ? "ok" : "FAILED",
                        result.outputs());
            }
        }
        table.print();
    }

    private void problems(TrialResult.OfBundle bundle) {
        var terminal = outside.terminal();
        for (TrialResult result : bundle.results()) {
            if (!result.isGood()) {
                terminal.say("");
                terminal.say(
                        terminal.tinted(Terminal.Tone.STRONG, "%s, %s".formatted(bundle.bundle(), result.label())));
                result.problems().forEach(problem -> problem.lines().forEach(line -> terminal.say("  " + line)));
            }
        }
        bundle.warnings()
                .forEach(warning -> terminal.note(terminal.tinted(Terminal.Tone.BUSY, "warning: ")
                        + "%s: %s".formatted(bundle.bundle(), warning)));
    }

    private int totals(List<TrialResult.OfBundle> bundles) {
        var all = bundles.stream().flatMap(bundle -> bundle.results().stream()).toList();
        long failed = all.stream().filter(result -> !result.isGood()).count();
        outside.terminal().say("");
        outside.terminal().say("%d bundles, %d checks, %d failed".formatted(bundles.size(), all.size(), failed));
        return failed == 0 ? ExitCode.OK.status() : ExitCode.FAILED.status();
    }
}
