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

/// The logs of deployments. A log can be read while its deployment runs, and is kept until the record is deleted.
///
/// The log of a deployment is the file `builds/<deployment id>/log` of the data folder; the same folder holds the
/// memory of the engine.
///
/// @param data the server's data folder, the one that the engines use
public record DeploymentLog(Path data) {
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,127}");

    /// A piece of a log.
    ///
    /// @param text whole characters; bytes that are not UTF-8 appear as U+FFFD
    /// @param next the byte to go on reading from
    public record Piece(String text, long next) {}

    /// Reads from a byte on. The piece is empty when the log ends there, or when there is no such log.
    ///
    /// @param maxBytes at least 4, the longest character
    public Piece read(String deploymentId, long fromByte, int maxBytes) {
        return file(deploymentId)
                .filter(Files::isRegularFile)
                .map(log -> piece(bytes(log, fromByte, maxBytes), fromByte))
                .orElseGet(() -> new Piece("", fromByte));
    }

    /// The size of a log in bytes; 0 when there is no such log.
    public long size(String deploymentId) {
        return file(deploymentId).map(log -> log.toFile().length()).orElse(0L);
    }

    /// Adds a line; creates the folder of the deployment if it is missing.
    public void append(String deploymentId, String line) {
        Path log = file(deploymentId)
                .orElseThrow(() -> new IllegalArgumentException("'%s' cannot name a log".formatted(deploymentId)));
        Disk.makeFolder(folder(deploymentId));
        Disk.append(log, line);
    }

    /// Deletes the folder of a settled deployment, with everything that its engine left there.
    public void remove(String deploymentId) {
        file(deploymentId).map(Path::getParent).ifPresent(Disk::delete);
    }

    /// The folder in which the engine keeps what it must know after a restart.
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
