package openproton.server;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Reads bodies within limits of size and time.
///
/// @param bytesMax one more byte than this is read, so that the gates can tell a body that is too large
record BodyReader(int bytesMax, Duration limit, InstantSource clock) {
    private static final int CHUNK_BYTES = 8192;

    /// @throws Refusal when the client sends too slowly or goes away
    byte[] read(ServerRequest request) {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        try (InputStream body = request.content().inputStream()) {
            return read(body, clock.instant().plus(limit));
        } catch (IOException | UncheckedIOException failure) {
            throw tooSlow();
        }
    }

    private byte[] read(InputStream body, Instant end) throws IOException {
        var bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK_BYTES];
        while (bytes.size() <= bytesMax) {
            int count = body.read(chunk, 0, Math.min(chunk.length, bytesMax + 1 - bytes.size()));
            if (count < 0) {
                break;
            }
            if (clock.instant().isAfter(end)) {
                throw tooSlow();
            }
            bytes.write(chunk, 0, count);
        }
        return bytes.toByteArray();
    }

    private Refusal tooSlow() {
        return new Refusal(
                Status.REQUEST_TIMEOUT_408.code(),
                "RequestTimeoutException",
                "the body did not arrive within %d seconds".formatted(limit.toSeconds()));
    }
}
