package openproton.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import openproton.base.DataException;
import openproton.base.FileTree;
import openproton.base.Json;
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

/// Tries one bundle with everything in it: the checks of a registration, and every deployment of every spec.
///
/// @param kind as its folders tell when empty
/// @param noPipeline whether services must have no pipeline
/// @param outputs stands in for what is deployed; when empty, `outputs.yaml` beside the spec or in the bundle
record BundleTrial(
        Outside outside,
        TemplateEngine jinja,
        Optional<TemplateKind> kind,
        boolean noPipeline,
        Optional<Path> outputs) {

    /// Where outputs come from.
    private record Source(String words, DeployedFacts known) {}

    TrialResult.OfBundle of(Path folder) {
        var search = new BundleSearch(outside.folder());
        var warnings = new ArrayList<String>();
        var results = new ArrayList<TrialResult>();
        Instant start = outside.clock().instant();
        try {
            OfflineBundle checked = checked(folder);
            warnings.addAll(DeploymentFiles.check(checked.bundle(), jinja));
            List<Path> specs = search.specs(folder, checked.kind());
            if (specs.isEmpty()) {
                warnings.add("there is no spec, so nothing was rendered");
                results.add(new TrialResult("", "", "", List.of(), since(start)));
            }
            specs.forEach(spec -> results.addAll(tried(checked, folder, spec, warnings)));
        } catch (CommandFailure | BundleException | RenderException | DataException refusal) {
            results.add(new TrialResult("", "", "", List.of(String.valueOf(refusal.getMessage())), since(start)));
        }
        return new TrialResult.OfBundle(search.shown(folder), results, warnings);
    }

    private OfflineBundle checked(Path folder) {
        var bundle = BundleFolder.read(folder);
        boolean withoutPipeline = noPipeline || bundle.customerManaged(TemplateKind.SERVICE);
        return OfflineBundle.check(bundle, kind, withoutPipeline);
    }

    private List<TrialResult> tried(OfflineBundle checked, Path folder, Path spec, List<String> warnings) {
        String name = folder.relativize(spec).toString();
        Instant start = outside.clock().instant();
        Source source = source(checked, folder, spec);
        List<Preview.Prepared> prepared = List.of();
        List<String> problems;
        try {
            String text = TextFile.read(spec);
            var findings = checked.problems(Path.of(name), text);
            warnings.addAll(findings.warnings());
            problems = findings.errors();
            if (problems.isEmpty()) {
                prepared =
                        new Preview(checked.bundle(), jinja, source.known()).prepare(checked.kind(), "preview", text);
            }
        } catch (SpecException | DataException refusal) {
            problems = List.of("%s: %s".formatted(name, refusal.getMessage()));
        }
        if (prepared.isEmpty()) {
            return List.of(new TrialResult(name, "", "", problems, since(start)));
        }
        if (source.known() instanceof MadeUpOutputs madeUp && !madeUp.names().isEmpty()) {
            warnings.add("%s: outputs were made up for %s; an outputs.yaml gives better ones"
                    .formatted(name, String.join(", ", madeUp.names())));
        }
        return prepared.stream().map(one -> rendered(one, name, source.words())).toList();
    }

    private TrialResult rendered(Preview.Prepared prepared, String spec, String outputs) {
        Instant start = outside.clock().instant();
        List<String> problems = problems(() -> prepared.render(jinja));
        return new TrialResult(spec, prepared.label(), outputs, problems, since(start));
    }

    private Source source(OfflineBundle checked, Path folder, Path spec) {
        if (checked.kind() == TemplateKind.ENVIRONMENT) {
            return new Source("", KnownOutputs.NONE);
        }
        return outputs.or(() -> Stream.of(spec.resolveSibling("outputs.yaml"), folder.resolve("outputs.yaml"))
                        .filter(Files::isRegularFile)
                        .findFirst())
                .map(file -> new Source(String.valueOf(file.getFileName()), KnownOutputs.read(file)))
                .orElseGet(() -> {
                    var madeUp = MadeUpOutputs.of(checked.bundle());
                    return new Source(madeUp.names().isEmpty() ? "" : "made up", madeUp);
                });
    }

    private Duration since(Instant start) {
        return Duration.between(start, outside.clock().instant());
    }

    private static List<String> problems(Supplier<Preview.Rendered> rendering) {
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
                .map(problem -> "%s as rendered, %s".formatted(shown, problem))
                .toList();
    }

    private static List<String> build(String folder, FileTree files) {
        return Stream.of(CodeBuildFiles.PROVISION, CodeBuildFiles.DEPROVISION)
                .filter(path -> !hasCommands(files.text(path).orElse("{}")))
                .map(path -> "%s/manifest.yaml gives no commands for %s".formatted(folder, path))
                .toList();
    }

    private static boolean hasCommands(String buildspec) {
        return Json.read(buildspec) instanceof Map<?, ?> root
                && root.get("phases") instanceof Map<?, ?> phases
                && phases.get("build") instanceof Map<?, ?> build
                && build.get("commands") instanceof List<?> commands
                && !commands.isEmpty();
    }

    private static List<String> terraform(String folder, FileTree files) {
        boolean there = files.files().keySet().stream().anyMatch(path -> path.matches(".*\\.tf(\\.json)?"));
        return there ? List.of() : List.of("%s has no .tf file".formatted(folder));
    }
}
