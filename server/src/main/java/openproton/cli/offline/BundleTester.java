package openproton.cli.offline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import openproton.base.DataException;
import openproton.base.FileTree;
import openproton.cli.terminal.CommandContext;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.terminal.TextFile;
import openproton.render.BundleException;
import openproton.render.RenderException;
import openproton.render.TemplateEngine;
import openproton.render.bundle.Manifest;
import openproton.render.bundle.TemplateKind;
import openproton.render.cloudformation.StackCheck;
import openproton.render.codebuild.CodeBuildFiles;
import openproton.render.preview.DeployedFacts;
import openproton.render.preview.DeploymentFiles;
import openproton.render.preview.Preview;
import openproton.render.spec.SpecException;

/// Tests a bundle as a registration would check it, and renders and checks every deployment of every spec in it.
///
/// @param kind by the folders of the bundle when empty
/// @param noPipeline whether service templates must have no pipeline
/// @param outputs the file of outputs; when empty, `outputs.yaml` next to the spec or in the bundle
public record BundleTester(
        CommandContext context,
        TemplateEngine jinja,
        Optional<TemplateKind> kind,
        boolean noPipeline,
        Optional<Path> outputs) {

    /// Outputs to render with.
    ///
    /// @param shown where they come from; empty when none are needed
    private record Source(String shown, DeployedFacts known) {}

    /// Tests the bundle in a folder.
    public TestedBundle test(Path folder) {
        var search = new BundleSearch(context.folder());
        var warnings = new ArrayList<String>();
        var results = new ArrayList<TestResult>();
        Instant start = context.clock().instant();
        try {
            OfflineBundle bundle = checked(folder);
            warnings.addAll(DeploymentFiles.check(bundle.bundle(), jinja));
            List<Path> specs = search.specs(folder, bundle.kind());
            if (specs.isEmpty()) {
                warnings.add("there is no spec, so nothing was rendered");
                results.add(new TestResult("", "", "", List.of(), since(start)));
            }
            specs.forEach(spec -> results.addAll(test(bundle, folder, spec, warnings)));
        } catch (CommandFailure | BundleException | RenderException | DataException refusal) {
            results.add(new TestResult("", "", "", List.of(String.valueOf(refusal.getMessage())), since(start)));
        }
        return new TestedBundle(search.shown(folder), results, warnings);
    }

    private OfflineBundle checked(Path folder) {
        var bundle = BundleFolder.read(folder);
        boolean withoutPipeline = noPipeline || bundle.customerManaged(TemplateKind.SERVICE);
        return OfflineBundle.check(bundle, kind, withoutPipeline);
    }

    private List<TestResult> test(OfflineBundle bundle, Path folder, Path spec, List<String> warnings) {
        String name = folder.relativize(spec).toString();
        Instant start = context.clock().instant();
        Source source = source(bundle, folder, spec);
        List<Preview.Prepared> prepared = List.of();
        List<String> errors;
        try {
            String text = TextFile.read(spec);
            var findings = bundle.check(Path.of(name), text);
            warnings.addAll(findings.warnings());
            errors = findings.errors();
            if (errors.isEmpty()) {
                prepared = new Preview(bundle.bundle(), jinja, source.known()).prepare(bundle.kind(), "preview", text);
            }
        } catch (SpecException | DataException refusal) {
            errors = List.of("%s: %s".formatted(name, refusal.getMessage()));
        }
        if (prepared.isEmpty()) {
            return List.of(new TestResult(name, "", "", errors, since(start)));
        }
        if (source.known() instanceof MadeUpOutputs madeUp && !madeUp.names().isEmpty()) {
            warnings.add("%s: outputs were made up for %s; add an outputs.yaml with real ones"
                    .formatted(name, String.join(", ", madeUp.names())));
        }
        return prepared.stream().map(one -> rendered(one, name, source.shown())).toList();
    }

    private TestResult rendered(Preview.Prepared prepared, String spec, String outputs) {
        Instant start = context.clock().instant();
        List<String> errors = errors(() -> prepared.render(jinja));
        return new TestResult(spec, prepared.label(), outputs, errors, since(start));
    }

    private Source source(OfflineBundle bundle, Path folder, Path spec) {
        if (bundle.kind() == TemplateKind.ENVIRONMENT) {
            return new Source("", GivenOutputs.NONE);
        }
        return outputs.or(() -> Stream.of(spec.resolveSibling("outputs.yaml"), folder.resolve("outputs.yaml"))
                        .filter(Files::isRegularFile)
                        .findFirst())
                .map(file -> new Source(String.valueOf(file.getFileName()), GivenOutputs.read(file)))
                .orElseGet(() -> {
                    var madeUp = MadeUpOutputs.of(bundle.bundle());
                    return new Source(madeUp.names().isEmpty() ? "" : "made up", madeUp);
                });
    }

    private Duration since(Instant start) {
        return Duration.between(start, context.clock().instant());
    }

    private static List<String> errors(Supplier<Preview.Rendered> rendering) {
        try {
            Preview.Rendered rendered = rendering.get();
            String folder = rendered.directory().name();
            return switch (rendered.manifest()) {
                case Manifest.CloudFormation(String file) -> stack(folder + "/" + file, rendered.files(), file);
                case Manifest.CodeBuild _ -> build(folder, rendered.files());
                case Manifest.Terraform _ -> terraform(folder, rendered.files());
            };
        } catch (RenderException refusal) {
            return List.of(refusal.getMessage());
        }
    }

    private static List<String> stack(String shown, FileTree files, String file) {
        return StackCheck.of(files.text(file).orElse("")).stream()
                .map(error -> "%s as rendered, %s".formatted(shown, error))
                .toList();
    }

    private static List<String> build(String folder, FileTree files) {
        return Stream.of(CodeBuildFiles.PROVISION, CodeBuildFiles.DEPROVISION)
                .filter(path -> OfflineBuildspec.parse(files.text(path).orElse("{}"))
                        .commands()
                        .isEmpty())
                .map(path -> "%s/manifest.yaml gives no commands for %s".formatted(folder, path))
                .toList();
    }

    private static List<String> terraform(String folder, FileTree files) {
        boolean isThere = files.files().keySet().stream().anyMatch(path -> path.matches(".*\\.tf(\\.json)?"));
        return isThere ? List.of() : List.of("%s has no .tf file".formatted(folder));
    }
}
