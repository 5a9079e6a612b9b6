package openproton.server;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// Writes answers to the wire.
final class ResponseWriter {
    private ResponseWriter() {}

    static void send(ServerResponse response, int status, String contentType, String requestId, byte[] body) {
        response.status(Status.create(status));
        response.header(HeaderNames.CONTENT_TYPE, contentType);
        response.header(HttpDoor.REQUEST_ID, requestId);
        response.send(body);
    }

    /// Closes the connection where the client or the answer asked for it; the web server leaves that to its users.
    static void closeIfSaid(ServerRequest request, ServerResponse response) {
        boolean clientSaid = request.headers()
                .first(HeaderNames.CONNECTION)
                .filter(value -> value.equalsIgnoreCase("close"))
                .isPresent();
        if (clientSaid || response.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
            throw new CloseConnectionException("the connection was to be closed after this answer");
        }
    }
}
