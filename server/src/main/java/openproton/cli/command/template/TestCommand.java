package openproton.cli.command.template;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import openproton.cli.offline.BundleSearch;
import openproton.cli.offline.BundleTester;
import openproton.cli.offline.JUnitReport;
import openproton.cli.offline.TestResult;
import openproton.cli.offline.TestedBundle;
import openproton.cli.terminal.CommandContext;
import openproton.cli.terminal.ExitCode;
import openproton.cli.terminal.Table;
import openproton.render.TemplateEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `openproton template test`: tests bundles with all specs in them, and registers nothing.
@Command(
        name = "test",
        description = {
            "Check bundles as a registration would, and render and check every deployment of every spec in them. Needs"
                    + " no server.",
            "A spec is a YAML file that begins with 'proton: EnvironmentSpec' or 'proton: ServiceSpec'."
        },
        footer = {
            "",
            "Examples:",
            "  openproton template test templates",
            "  openproton template test my-service --outputs outputs.yaml \\",
            "      --junit target/bundles.xml",
            "",
            "Without --outputs, outputs are read from the file outputs.yaml next to the spec or in the bundle. Without"
                    + " such a file, they are made up.",
            "Exit status: 0 all tests passed, 1 a test failed"
        })
final class TestCommand implements Callable<Integer> {
    private final CommandContext context;
    private final TemplateEngine jinja;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "A bundle, or a folder with bundles in it.")
    private List<String> folders = List.of();

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the results as JUnit XML, for build servers.")
    private Optional<String> junit = Optional.empty();

    @Mixin
    private final BundleOptions options;

    TestCommand(CommandContext context, TemplateEngine jinja) {
        this.context = context;
        this.jinja = jinja;
        this.options = new BundleOptions(context);
    }

    @Override
    public Integer call() {
        var search = new BundleSearch(context.folder());
        var tester = new BundleTester(context, jinja, options.kind(), options.noPipeline(), options.outputsFile());
        List<TestedBundle> bundles = folders.stream()
                .flatMap(folder -> search.bundles(context.resolve(folder)).stream())
                .distinct()
                .map((Path bundle) -> tester.test(bundle))
                .toList();
        showTable(bundles);
        bundles.forEach(this::showErrors);
        junit.ifPresent(file -> new JUnitReport(bundles).write(context.resolve(file)));
        return showTotals(bundles);
    }

    private void showTable(List<TestedBundle> bundles) {
        var table = new Table(context.terminal(), "BUNDLE", "SPEC", "DEPLOYMENT", "RESULT", "OUTPUTS");
        for (TestedBundle bundle : bundles) {
            for (TestResult result : bundle.results()) {
                table.row(
                        bundle.path(),
                        result.spec(),
                        result.deployment(),
                        result.isPassed() ? "ok" : "FAILED",
                        result.outputs());
            }
        }
        table.print();
    }

    private void showErrors(TestedBundle bundle) {
        var terminal = context.terminal();
        for (TestResult result : bundle.results()) {
            if (!result.isPassed()) {
                terminal.say("");
                terminal.title("%s, %s".formatted(bundle.path(), result.label()));
                result.errors().forEach(error -> error.lines().forEach(line -> terminal.say("  " + line)));
            }
        }
        bundle.warnings().forEach(warning -> terminal.warn("%s: %s".formatted(bundle.path(), warning)));
    }

    private int showTotals(List<TestedBundle> bundles) {
        var all = bundles.stream().flatMap(bundle -> bundle.results().stream()).toList();
        long failed = all.stream().filter(result -> !result.isPassed()).count();
        context.terminal().say("");
        context.terminal().say("%d bundles, %d checks, %d failed".formatted(bundles.size(), all.size(), failed));
        return ExitCode.of(failed == 0);
    }
}
