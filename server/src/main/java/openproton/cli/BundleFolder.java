package openproton.cli;

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
import openproton.render.bundle.TemplateBundle;
import openproton.render.bundle.TemplateKind;

/// A template bundle as it lies in a folder.
///
/// @param files everything in it but version control and links
record BundleFolder(Path folder, FileTree files) {
    private static final String SCHEMA = "schema/schema.yaml";
    private static final Set<String> PASSED_OVER = Set.of(".git", ".terraform", ".DS_Store");

    /// @throws CommandFailure when the folder cannot be read or holds no bundle
    static BundleFolder read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(ExitCode.USAGE, "%s is not a folder".formatted(folder));
        }
        var files = new TreeMap<String, FileTree.Entry>();
        try {
            Files.walkFileTree(folder, new Reading(folder, files));
        } catch (IOException failure) {
            throw new CommandFailure(ExitCode.FAILED, "cannot read %s: %s".formatted(folder, Problems.of(failure)));
        }
        if (!files.containsKey(SCHEMA)) {
            throw new CommandFailure(
                    ExitCode.FAILED, "%s holds no template bundle: there is no %s".formatted(folder, SCHEMA));
        }
        return new BundleFolder(folder, new FileTree(files));
    }

    /// Environment or service, as its folders tell; without any, as its schema does.
    TemplateKind kind() {
        boolean isService = files.hasFolder(TemplateBundle.INSTANCE_INFRASTRUCTURE)
                || files.text(SCHEMA).orElse("").contains("service_input_type");
        return isService ? TemplateKind.SERVICE : TemplateKind.ENVIRONMENT;
    }

    /// Environments: whether the customer provisions them; services: whether there is no pipeline.
    boolean customerManaged(TemplateKind kind) {
        return switch (kind) {
            case ENVIRONMENT -> !files.hasFolder(TemplateBundle.INFRASTRUCTURE);
            case SERVICE -> !files.hasFolder(TemplateBundle.PIPELINE_INFRASTRUCTURE);
        };
    }

    /// Gathers regular files.
    private static final class Reading extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final SortedMap<String, FileTree.Entry> files;

        private Reading(Path folder, SortedMap<String, FileTree.Entry> files) {
            this.folder = folder;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return isPassedOver(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !isPassedOver(file)) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                files.put(path, new FileTree.Entry(Files.readAllBytes(file), Files.isExecutable(file)));
            }
            return FileVisitResult.CONTINUE;
        }

        private static boolean isPassedOver(Path path) {
            return PASSED_OVER.contains(String.valueOf(path.getFileName()));
        }
    }
}
