package openproton.provision.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// What builds printed, readable while they run and kept until the deployment's record is deleted.
///
/// @param data the server's data folder, the same that the [CommandEngine] has
public record BuildLog(Path data) {

    /// A piece of a log.
    ///
    /// @param text whole characters; bytes that are not UTF-8 appear as U+FFFD
    /// @param next the byte to go on reading from
    public record Piece(String text, long next) {}

    /// Reads on from a byte; the piece is empty where nothing was printed yet or the build is not known.
    ///
    /// @param maxBytes at least 4, the longest character
    public Piece read(String deploymentId, long fromByte, int maxBytes) {
        return Build.named(builds(), deploymentId)
                .map(build -> build.file("log"))
                .filter(Files::isRegularFile)
                .map(log -> piece(bytes(log, fromByte, maxBytes), fromByte))
                .orElseGet(() -> new Piece("", fromByte));
    }

    /// How many bytes a log has so far; 0 when the build is not known.
    public long size(String deploymentId) {
        return Build.named(builds(), deploymentId)
                .map(build -> build.file("log").toFile().length())
                .orElse(0L);
    }

    /// Forgets a build that is over, with everything it left. The same deployment would be run again if it were started
    /// again.
    ///
    /// @throws IllegalStateException when the build is not over
    public void remove(String deploymentId) {
        Build.named(builds(), deploymentId).filter(Build::exists).ifPresent(build -> {
            if (!build.isOver()) {
                throw new IllegalStateException("the build of deployment %s is not over".formatted(deploymentId));
            }
            Path trash = builds().resolve(".old-" + deploymentId);
            Disk.delete(trash);
            Disk.move(build.folder(), trash);
            Disk.delete(trash);
        });
    }

    private Path builds() {
        return data.toAbsolutePath().normalize().resolve("builds");
    }

    private static byte[] bytes(Path log, long fromByte, int maxBytes) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(fromByte);
            var bytes = new byte[Math.clamp(file.length() - fromByte, 0, maxBytes)];
            int read = file.read(bytes);
            return Arrays.copyOf(bytes, Math.max(read, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Piece piece(byte[] bytes, long fromByte) {
        var from = ByteBuffer.wrap(bytes);
        var text = CharBuffer.allocate(bytes.length);
        StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .decode(from, text, false);
        return new Piece(text.flip().toString(), fromByte + from.position());
    }
}
