package openproton.bench;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.util.Arrays;

/// A Helidon server that answers every POST with a constant of the size it is given: what the server could do at best.
public final class BareEndpoint {
    private BareEndpoint() {}

    /// `BareEndpoint BYTES`: prints the ready line with its port and answers until it is ended.
    public static void main(String[] arguments) throws InterruptedException {
        byte[] answer = new byte[Integer.parseInt(arguments[0])];
        Arrays.fill(answer, (byte) 'x');
        HttpRouting.Builder routing = HttpRouting.builder().post("/", (request, response) -> {
            request.content().as(byte[].class);
            response.header(HeaderNames.CONTENT_TYPE, "application/x-amz-json-1.0");
            response.send(answer);
        });
        WebServer server = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .connectionOptions(socket -> socket.tcpNoDelay(true))
                .routing(routing)
                .build()
                .start();
        System.out.println("The bare endpoint is ready at http://127.0.0.1:" + server.port());
        Thread.currentThread().join();
    }
}
