package openproton.cli.offline;

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
import openproton.cli.terminal.CommandFailure;
import openproton.cli.terminal.FileErrors;
import openproton.cli.terminal.TextFile;
import openproton.render.bundle.TemplateKind;

/// Finds bundles in folders, and the specs of each bundle.
///
/// @param working the working folder, which shown paths are relative to
public record BundleSearch(Path working) {
    private static final int DEPTH_MAX = 8;
    private static final Set<String> SKIPPED = Set.of(".git", ".terraform", "node_modules", "target");
    private static final Pattern YAML_FILE = Pattern.compile(".*\\.ya?ml");
    private static final Pattern HEAD =
            Pattern.compile("\\A(?:\\s*(?:#.*|---\\s*)?\\R)*proton:\\s*['\"]?(Environment|Service)Spec\\b");

    /// The folder itself when it is a bundle, otherwise every bundle below it, sorted by path.
    ///
    /// @throws CommandFailure when there is no bundle
    public List<Path> bundles(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw CommandFailure.wrongUsage("%s is not a folder".formatted(folder));
        }
        var found = new ArrayList<Path>();
        collect(folder, 0, found);
        if (found.isEmpty()) {
            throw CommandFailure.failed(
                    "there is no template bundle in %s: no folder has a schema/schema.yaml".formatted(folder));
        }
        return found;
    }

    /// The specs in the folder of a bundle, sorted by path. Without any, the specs of its kind in the folders `spec/`
    /// and `specs/` next to it.
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

    /// A path relative to the working folder where it lies below it.
    String shown(Path path) {
        return path.startsWith(working) && !path.equals(working)
                ? working.relativize(path).toString()
                : path.toString();
    }

    private static void collect(Path folder, int depth, List<Path> found) {
        if (Files.isRegularFile(folder.resolve("schema/schema.yaml"))) {
            found.add(folder);
        } else if (depth < DEPTH_MAX) {
            children(folder).stream()
                    .filter(Files::isDirectory)
                    .filter(child -> !SKIPPED.contains(String.valueOf(child.getFileName())))
                    .forEach(child -> collect(child, depth + 1, found));
        }
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException failure) {
            throw FileErrors.cannot("read", folder, failure);
        }
    }

    private static TreeSet<Path> specsBelow(Path folder) {
        try (Stream<Path> files =
                Files.find(folder, DEPTH_MAX, (file, attributes) -> attributes.isRegularFile() && isYaml(file))) {
            var specs = new TreeSet<Path>();
            files.filter(file -> kindOf(file).isPresent()).forEach(specs::add);
            return specs;
        } catch (IOException failure) {
            throw FileErrors.cannot("read", folder, failure);
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
