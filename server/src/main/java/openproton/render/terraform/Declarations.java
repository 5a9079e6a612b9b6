package openproton.render.terraform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import openproton.base.HclBlocks;

/// The declarations of the variables of a directory, with their types
/// (docs/behaviour/provisioning.md#terraform-files).
///
/// @param file the name of the file that declares them
/// @param text the declarations
record Declarations(String file, String text) {

    static Declarations of(TerraformSubject.Kind kind) {
        String file = "proton.%s.variables.tf".formatted(kind.word());
        try (var stream = Declarations.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the file %s is missing in this program".formatted(file));
            }
            return new Declarations(file, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> names() {
        return HclBlocks.of(text).stream()
                .map(block -> block.labels().getFirst())
                .toList();
    }
}
