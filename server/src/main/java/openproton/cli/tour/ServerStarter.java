package openproton.cli.tour;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/// Starts a server in this process. Only the root package can, so it passes the way in.
@FunctionalInterface
public interface ServerStarter {

    /// Starts a server and returns when it answers.
    ///
    /// @throws CommandFailure when the server cannot be started
    Running start(ServerArguments arguments);

    /// How to start the server.
    ///
    /// @param data the data folder, which is created when it does not exist
    /// @param port where the server listens
    /// @param variables settings as environment variables; they override those of the process
    record ServerArguments(Path data, String host, int port, Map<String, String> variables) {}

    /// A server that answers.
    interface Running extends AutoCloseable {

        /// Where the server answers.
        URI address();

        /// Stops the server after the requests in flight.
        @Override
        void close();
    }
}
