package openproton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openproton.render.bundle.TemplateKind;

/// Finds bundles below folders, and the specs that belong to them.
///
/// @param called where the command was called; what lies below is shown relative to it
record BundleSearch(Path called) {
    private static final int DEPTH_MAX = 8;
    private static final Set<String> PASSED_OVER = Set.of(".git", ".terraform", "node_modules", "target");
    private static final Pattern YAML_FILE = Pattern.compile(".*\\.ya?ml");
    private static final Pattern HEAD =
            Pattern.compile("\\A(?:\\s*(?:#.*|---\\s*)?\\R)*proton:\\s*['\"]?(Environment|Service)Spec\\b");

    /// The folder itself where it is a bundle, otherwise every bundle below it, by path.
    ///
    /// @throws CommandFailure when there is none
    List<Path> bundles(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(ExitCode.USAGE, "%s is not a folder".formatted(folder));
        }
        var found = new ArrayList<Path>();
        gather(folder, 0, found);
        if (found.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.FAILED, "no template bundle in %s: there is no schema/schema.yaml".formatted(folder));
        }
        return found;
    }

    /// The specs of a bundle, by path: those in its folder; without any, those of its kind in `spec/` and `specs/`
    /// beside it.
    List<Path> specs(Path bundle, TemplateKind kind) {
        var inside = specsBelow(bundle);
        inside.addAll(Stream.of("spec.yaml", "spec.yml")
                .map(bundle::resolve)
                .filter(Files::isRegularFile)
                .toList());
        if (!inside.isEmpty()) {
            return List.copyOf(inside);
        }
        return Stream.of("spec", "specs")
                .map(bundle::resolveSibling)
                .filter(Files::isDirectory)
                .flatMap(folder -> specsBelow(folder).stream())
                .filter(file -> kindOf(file).equals(Optional.of(kind)))
                .toList();
    }

    /// A path as a person reads it.
    String shown(Path path) {
        return path.startsWith(called) && !path.equals(called)
                ? called.relativize(path).toString()
                : path.toString();
    }

    private static void gather(Path folder, int depth, List<Path> found) {
        if (Files.isRegularFile(folder.resolve("schema/schema.yaml"))) {
            found.add(folder);
        } else if (depth < DEPTH_MAX) {
            children(folder).stream()
                    .filter(Files::isDirectory)
                    .filter(child -> !PASSED_OVER.contains(String.valueOf(child.getFileName())))
                    .forEach(child -> gather(child, depth + 1, found));
        }
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException failure) {
            throw new CommandFailure(ExitCode.FAILED, "cannot read %s: %s".formatted(folder, Problems.of(failure)));
        }
    }

    private static TreeSet<Path> specsBelow(Path folder) {
        try (Stream<Path> files =
                Files.find(folder, DEPTH_MAX, (file, attributes) -> attributes.isRegularFile() && isYaml(file))) {
            var specs = new TreeSet<Path>();
            files.filter(file -> kindOf(file).isPresent()).forEach(specs::add);
            return specs;
        } catch (IOException failure) {
            throw new CommandFailure(ExitCode.FAILED, "cannot read %s: %s".formatted(folder, Problems.of(failure)));
        }
    }

    private static boolean isYaml(Path file) {
        return YAML_FILE.matcher(String.valueOf(file.getFileName())).matches();
    }

    private static Optional<TemplateKind> kindOf(Path file) {
        var head = HEAD.matcher(TextFile.read(file));
        if (!head.find()) {
            return Optional.empty();
        }
        return Optional.of(head.group(1).equals("Service") ? TemplateKind.SERVICE : TemplateKind.ENVIRONMENT);
    }
}
