package openproton.server;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import openproton.server.gate.ProtocolFailure;

/// Reads bodies within limits of size and time.
///
/// @param bytesMax reads at most one byte more, so that the gates recognize a body that is too large
record BodyReader(int bytesMax, Duration limit) {

    private static final int SKIPPED_BODIES_MAX = 8;

    /// @throws Refusal when the client sends too slowly, or something that is no body
    byte[] read(ServerRequest request) {
        return request.content().hasEntity() ? inTime(request.content().inputStream()) : new byte[0];
    }

    /// Reads on a thread of its own, because the reads of the web server have no time limit.
    ///
    /// An abandoned read ends when the connection is closed, right after the answer.
    private byte[] inTime(InputStream body) {
        var reading = new FutureTask<>(() -> readAll(body));
        Thread.ofVirtual().name("body").start(reading);
        try {
            return reading.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw refusal(
                    Status.REQUEST_TIMEOUT_408,
                    "the body did not arrive within %d seconds".formatted(limit.toSeconds()));
        } catch (ExecutionException broken) {
            throw refusal(Status.BAD_REQUEST_400, "the body ends early, or is not chunked as HTTP asks for");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw refusal(Status.SERVICE_UNAVAILABLE_503, "the server stops");
        }
    }

    /// Lets the client finish a body that is somewhat too large; it would not read the refusal otherwise.
    private byte[] readAll(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(bytesMax + 1);
        if (bytes.length > bytesMax) {
            body.skip((long) bytesMax * SKIPPED_BODIES_MAX);
        }
        return bytes;
    }

    private static ProtocolFailure refusal(Status status, String message) {
        return new ProtocolFailure(status.code(), JsonFaults.type(status), message);
    }
}
