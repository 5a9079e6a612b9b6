package openproton.server;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import openproton.base.Ids;

/// Takes what git hosts tell without being asked: `POST` to the name of a connection.
///
/// @param readLimit how long a host may take to send a notice
public record WebhookDesk(Receiver receiver, Duration readLimit, Ids ids) implements Handler {
    /// Where the paths of webhooks begin; the name of a connection follows.
    public static final String PREFIX = "/webhooks/";

    private static final int NOTICE_BYTES_MAX = 8 << 20;
    private static final byte[] TAKEN = "{}".getBytes(StandardCharsets.UTF_8);

    /// Reads notices and acts on them.
    public interface Receiver {

        /// Whether there is a connection of that name.
        boolean knows(String connection);

        /// Acts on a notice at once.
        ///
        /// @param headers by their names, in any case
        /// @throws ForgedNotice when it is not signed as it should be
        void take(String connection, Map<String, String> headers, byte[] body);
    }

    /// A notice that somebody else than the host may have made.
    public static final class ForgedNotice extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /// @param why for whoever set the webhook up
        public ForgedNotice(String why) {
            super(why);
        }
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Answer answer = answer(request);
        if (answer.errorType().isPresent()) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        Reply.send(response, answer.status(), "application/json", ids.next(), answer.body());
        Reply.closeIfSaid(request, response);
    }

    private Answer answer(ServerRequest request) {
        String path = request.prologue().uriPath().path();
        String connection = path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : "";
        if (!request.prologue().method().text().equals("POST")) {
            return JsonFaults.answer(Status.METHOD_NOT_ALLOWED_405, "a webhook is told by POST");
        }
        if (!receiver.knows(connection)) {
            return JsonFaults.answer(Status.NOT_FOUND_404, "no connection '%s' is configured".formatted(connection));
        }
        try {
            receiver.take(connection, headers(request), body(request));
            return Answer.ok(TAKEN);
        } catch (ForgedNotice forged) {
            return JsonFaults.answer(Status.UNAUTHORIZED_401, String.valueOf(forged.getMessage()));
        } catch (Refusal refusal) {
            return Answer.error(refusal.status(), refusal.type(), String.valueOf(refusal.getMessage()));
        }
    }

    private static Map<String, String> headers(ServerRequest request) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        request.headers().forEach(header -> headers.put(header.name(), header.get()));
        return headers;
    }

    private byte[] body(ServerRequest request) {
        byte[] body = new BodyReader(NOTICE_BYTES_MAX, readLimit).read(request);
        if (body.length > NOTICE_BYTES_MAX) {
            throw refusal(
                    Status.REQUEST_ENTITY_TOO_LARGE_413,
                    "a notice may have %d MB at most".formatted(NOTICE_BYTES_MAX >> 20));
        }
        if (isForm(request, body)) {
            throw refusal(
                    Status.UNSUPPORTED_MEDIA_TYPE_415,
                    "a notice must be JSON: set the content type of the webhook to application/json");
        }
        return body;
    }

    /// JSON that is only called a form, as `curl -d` does, is none.
    private static boolean isForm(ServerRequest request, byte[] body) {
        String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        return type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")
                && !new String(body, StandardCharsets.UTF_8).stripLeading().startsWith("{");
    }

    private static Refusal refusal(Status status, String message) {
        return new Refusal(status.code(), JsonFaults.type(status), message);
    }
}
