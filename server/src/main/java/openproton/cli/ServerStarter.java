package openproton.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/// Starts a server in this process; the roof knows how.
@FunctionalInterface
public interface ServerStarter {

    /// Starts a server and returns when it answers.
    ///
    /// @throws CommandFailure when it cannot be started
    Running start(Order order);

    /// How a server is to be started.
    ///
    /// @param data its data folder, which is made when it is missing
    /// @param port where it listens
    /// @param variables settings in the form of environment variables, before those of the process
    record Order(Path data, String host, int port, Map<String, String> variables) {}

    /// A server that answers.
    interface Running extends AutoCloseable {

        /// Where it answers.
        URI address();

        /// Ends it in good order.
        @Override
        void close();
    }
}
