package openproton.model;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The folder of generated sources: files that did not change keep their time, files no longer wanted go.
final class Output {
    private final Path folder;
    private final Set<Path> written = new HashSet<>();

    Output(Path folder) {
        this.folder = folder.resolve(Types.PACKAGE.replace('.', '/'));
    }

    void write(List<TypeSpec> types) throws IOException {
        Files.createDirectories(folder);
        for (TypeSpec type : types) {
            String text = JavaFile.builder(Types.PACKAGE, type)
                    .skipJavaLangImports(true)
                    .indent("    ")
                    .build()
                    .toString();
            keep(folder.resolve(type.name() + ".java"), text);
        }
    }

    /// Removes what an earlier run left behind.
    void finish() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> !written.contains(file)).toList()) {
                Files.delete(file);
            }
        }
    }

    private void keep(Path file, String text) throws IOException {
        written.add(file);
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
