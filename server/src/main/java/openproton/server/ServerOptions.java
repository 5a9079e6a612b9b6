package openproton.server;

import java.time.Duration;

/// Where the door listens, and its limits.
///
/// @param port 0 lets the system choose one
/// @param bodyBytesMax how large a body may be
/// @param requestsMax how many requests may be in hand at once; more are throttled
/// @param readLimit how long a client may take to send its request, and a connection may be idle
/// @param stopLimit how long requests in hand may go on once the door closes
public record ServerOptions(
        String host, int port, int bodyBytesMax, int requestsMax, Duration readLimit, Duration stopLimit) {

    /// The usual limits: 1 MB, 256 requests at once, a minute to send, 20 seconds to finish.
    public static ServerOptions at(String host, int port) {
        return new ServerOptions(host, port, 1024 * 1024, 256, Duration.ofSeconds(60), Duration.ofSeconds(20));
    }
}
