package openproton.server;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Collectors;
import openproton.api.signing.Headers;
import openproton.api.signing.RawRequest;
import openproton.base.Ids;
import openproton.server.gate.Answer;
import openproton.server.gate.Exchange;
import openproton.server.gate.Gates;
import openproton.server.gate.ProtocolFailure;

/// Takes each request of the API from the wire to the gates, and its answer back; counts and logs both.
record ApiHandler(Gates gates, BodyReader bodies, RequestsInFlight inHand, Meters meters, Ids ids, InstantSource clock)
        implements Handler {
    private static final Header RETRY_SOON = HeaderValues.create(HeaderNames.RETRY_AFTER, "1");

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Instant begun = clock.instant();
        Gates.Passage passage = inHand.answer(() -> answer(request), () -> tooMany(request));
        send(response, passage);
        Duration taken = Duration.between(begun, clock.instant());
        meters.count(passage, taken);
        AccessLog.write(begun, taken, passage);
        ResponseWriter.closeIfSaid(request, response);
    }

    private Gates.Passage answer(ServerRequest request) {
        try {
            return gates.answer(raw(request, bodies.read(request)));
        } catch (ProtocolFailure refusal) {
            return refused(
                    request, Answer.error(refusal.status(), refusal.type(), String.valueOf(refusal.getMessage())));
        }
    }

    private Gates.Passage tooMany(ServerRequest request) {
        return refused(
                request,
                Answer.error(400, "ThrottlingException", "too many requests are in hand; try again in a moment"));
    }

    private Gates.Passage refused(ServerRequest request, Answer answer) {
        Exchange exchange = Exchange.begin(raw(request, new byte[0])).named(ids.next());
        return new Gates.Passage(exchange, answer);
    }

    private static RawRequest raw(ServerRequest request, byte[] body) {
        Headers headers =
                new Headers(request.headers().stream().collect(Collectors.toMap(Header::name, Header::allValues)));
        String path = request.prologue().uriPath().rawPath();
        String query = request.prologue().query().rawValue();
        return new RawRequest(request.prologue().method().text(), path, query, headers, body);
    }

    private static void send(ServerResponse response, Gates.Passage passage) {
        Answer answer = passage.answer();
        if (answer.isThrottled()) {
            response.header(RETRY_SOON);
        }
        if (answer.endsConnection()) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        ResponseWriter.send(
                response,
                answer.status(),
                HttpDoor.CONTENT_TYPE,
                passage.exchange().requestId(),
                answer.body());
    }
}
