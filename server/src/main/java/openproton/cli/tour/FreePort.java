package openproton.cli.tour;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import openproton.cli.terminal.CommandFailure;

/// Finds ports of this machine that are free.
final class FreePort {
    private static final int PORT_MAX = 65_535;

    private FreePort() {}

    /// The first free port.
    ///
    /// @param first the lowest port to try
    /// @throws CommandFailure when no port is free
    static int from(int first) {
        for (int port = first; port <= PORT_MAX; port++) {
            if (isFree(port)) {
                return port;
            }
        }
        throw CommandFailure.failed("no port from %d to %d is free".formatted(first, PORT_MAX));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
