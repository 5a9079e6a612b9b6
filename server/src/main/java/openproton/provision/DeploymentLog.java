package openproton.provision;

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
import java.util.Optional;
import java.util.regex.Pattern;

/// What the engines tell of deployments, line by line: readable while they run, kept until the record is deleted.
///
/// The log of a deployment is the file `builds/<deployment id>/log` of the data folder; its folder is the memory of
/// the engine that runs it.
///
/// @param data the server's data folder, the same that the engines have
public record DeploymentLog(Path data) {
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,127}");

    /// A piece of a log.
    ///
    /// @param text whole characters; bytes that are not UTF-8 appear as U+FFFD
    /// @param next the byte to go on reading from
    public record Piece(String text, long next) {}

    /// Reads on from a byte; the piece is empty where nothing was printed yet or the build is not known.
    ///
    /// @param maxBytes at least 4, the longest character
    public Piece read(String deploymentId, long fromByte, int maxBytes) {
        return file(deploymentId)
                .filter(Files::isRegularFile)
                .map(log -> piece(bytes(log, fromByte, maxBytes), fromByte))
                .orElseGet(() -> new Piece("", fromByte));
    }

    /// How many bytes a log has so far; 0 when the build is not known.
    public long size(String deploymentId) {
        return file(deploymentId).map(log -> log.toFile().length()).orElse(0L);
    }

    /// Adds a line, and the folder of the deployment where there is none yet.
    public void append(String deploymentId, String line) {
        Path log = file(deploymentId)
                .orElseThrow(() -> new IllegalArgumentException("'%s' cannot name a log".formatted(deploymentId)));
        Disk.makeFolder(folder(deploymentId));
        Disk.append(log, line);
    }

    /// Forgets a deployment that is over, with everything its engine left; does nothing when there is nothing.
    public void remove(String deploymentId) {
        file(deploymentId).map(Path::getParent).ifPresent(Disk::delete);
    }

    /// Where the engine that runs a deployment keeps what it must know after a restart.
    public Path folder(String deploymentId) {
        return data.toAbsolutePath().normalize().resolve("builds").resolve(deploymentId);
    }

    private Optional<Path> file(String deploymentId) {
        return ID.matcher(deploymentId).matches()
                ? Optional.of(folder(deploymentId).resolve("log"))
                : Optional.empty();
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
