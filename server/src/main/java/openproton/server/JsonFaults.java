package openproton.server;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import openproton.base.Ids;
import openproton.server.gate.Answer;
import org.jspecify.annotations.Nullable;

/// Answers in JSON where HTTP itself goes wrong, before any request has reached the gates.
record JsonFaults(Ids ids) implements DirectHandler {

    @Override
    public TransportResponse handle(
            TransportRequest request,
            EventType event,
            Status status,
            ServerResponseHeaders headers,
            @Nullable String message) {
        Answer answer = answer(status, message == null ? "" : message);
        TransportResponse.Builder response = TransportResponse.builder()
                .status(status)
                .headers(headers)
                .header(HeaderNames.CONTENT_TYPE, HttpDoor.CONTENT_TYPE)
                .header(HttpDoor.REQUEST_ID, ids.next())
                .keepAlive(false)
                .entity(answer.body());
        return response.build();
    }

    /// The error of an HTTP status.
    static Answer answer(Status status, String message) {
        return Answer.error(status.code(), type(status), message.isBlank() ? status.reasonPhrase() : message);
    }

    /// The name of the error: the reason of the status, `Not Found` being `NotFoundException`.
    static String type(Status status) {
        return status.code() == Status.INTERNAL_SERVER_ERROR_500.code()
                ? "InternalServerException"
                : status.reasonPhrase().replaceAll("[^A-Za-z]", "") + "Exception";
    }
}
