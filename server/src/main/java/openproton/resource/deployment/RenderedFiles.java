package openproton.resource.deployment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import openproton.api.RenderedFile;
import openproton.base.FileTree;

/// Rendered files as the API shows them: content where it is text that is not too long.
public final class RenderedFiles {
    private static final int TEXT_BYTES_MAX = 200 * 1024;

    private RenderedFiles() {}

    /// The files of a tree, sorted by path.
    public static List<RenderedFile> of(FileTree tree) {
        return tree.files().entrySet().stream()
                .map(file -> RenderedFile.builder()
                        .path(file.getKey())
                        .size(file.getValue().content().length)
                        .content(text(file.getValue().content()))
                        .build())
                .toList();
    }

    private static Optional<String> text(byte[] content) {
        if (content.length > TEXT_BYTES_MAX) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }
}
