package openproton.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// A page on this machine, as a browser would see it.
record WebPage(URI address) {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int PORT_MAX = 65_535;

    /// The text of the page; empty when nothing answers.
    Optional<String> text() {
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException nothing) {
            return Optional.empty();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// The first port on this machine that nobody listens on.
    ///
    /// @param first where to begin
    /// @param kept ports that are not free though nobody listens
    static int freePort(int first, Set<Integer> kept) {
        for (int port = first; port <= PORT_MAX; port++) {
            if (!kept.contains(port) && isFree(port)) {
                return port;
            }
        }
        throw new CommandFailure(ExitCode.FAILED, "there is no free port from %d on".formatted(first));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
