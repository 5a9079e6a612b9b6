package openproton.server;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import openproton.base.Ids;

/// Answers in JSON where HTTP itself goes wrong, before any request has reached the gates.
record JsonFaults(Ids ids) implements DirectHandler {

    @Override
    public TransportResponse handle(
            TransportRequest request, EventType event, Status status, ServerResponseHeaders headers, String message) {
        Answer answer = answer(status, message);
        TransportResponse.Builder response = TransportResponse.builder()
                .status(status)
                .headers(headers)
                .header(HeaderNames.CONTENT_TYPE, HttpDoor.CONTENT_TYPE)
                .header(HttpDoor.REQUEST_ID, ids.next())
                .keepAlive(false)
                .entity(answer.body());
        return response.build();
    }

    /// The error of an HTTP status: its reason as the name, `Not Found` being `NotFoundException`.
    static Answer answer(Status status, String message) {
        String type = status.code() == Status.INTERNAL_SERVER_ERROR_500.code()
                ? "InternalServerException"
                : status.reasonPhrase().replaceAll("[^A-Za-z]", "") + "Exception";
        return Answer.error(status.code(), type, message.isBlank() ? status.reasonPhrase() : message);
    }
}
