package openproton.cli.offline;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import openproton.base.FileTree;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.terminal.FileErrors;
import openproton.render.bundle.TemplateBundle;
import openproton.render.bundle.TemplateKind;

/// A template bundle in a folder.
///
/// @param files all regular files except those of version control
public record BundleFolder(Path folder, FileTree files) {
    private static final String SCHEMA = "schema/schema.yaml";
    private static final Set<String> SKIPPED = Set.of(".git", ".terraform", ".DS_Store");

    /// @throws CommandFailure when the folder cannot be read or is not a bundle
    public static BundleFolder read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw CommandFailure.wrongUsage("%s is not a folder".formatted(folder));
        }
        var files = new TreeMap<String, FileTree.Entry>();
        try {
            Files.walkFileTree(folder, new Reading(folder, files));
        } catch (IOException failure) {
            throw FileErrors.cannot("read", folder, failure);
        }
        if (!files.containsKey(SCHEMA)) {
            throw CommandFailure.failed("%s is not a template bundle: it has no %s".formatted(folder, SCHEMA));
        }
        return new BundleFolder(folder, new FileTree(files));
    }

    /// The kind of the template, by the folders of the bundle; without infrastructure folders, by its schema.
    public TemplateKind kind() {
        boolean isService = files.hasFolder(TemplateBundle.INSTANCE_INFRASTRUCTURE)
                || files.text(SCHEMA).orElse("").contains("service_input_type");
        return isService ? TemplateKind.SERVICE : TemplateKind.ENVIRONMENT;
    }

    /// Environments: whether customers provision them; services: whether the bundle has no pipeline.
    public boolean customerManaged(TemplateKind kind) {
        return switch (kind) {
            case ENVIRONMENT -> !files.hasFolder(TemplateBundle.INFRASTRUCTURE);
            case SERVICE -> !files.hasFolder(TemplateBundle.PIPELINE_INFRASTRUCTURE);
        };
    }

    /// Collects the regular files.
    private static final class Reading extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final SortedMap<String, FileTree.Entry> files;

        private Reading(Path folder, SortedMap<String, FileTree.Entry> files) {
            this.folder = folder;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return isSkipped(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !isSkipped(file)) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                files.put(path, new FileTree.Entry(Files.readAllBytes(file), Files.isExecutable(file)));
            }
            return FileVisitResult.CONTINUE;
        }

        private static boolean isSkipped(Path path) {
            return SKIPPED.contains(String.valueOf(path.getFileName()));
        }
    }
}
