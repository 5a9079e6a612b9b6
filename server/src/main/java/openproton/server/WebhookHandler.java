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
import openproton.api.webhook.WebhookReceiver;
import openproton.api.webhook.WebhookReceiver.ForgedNotice;
import openproton.base.Ids;
import openproton.server.gate.Answer;
import openproton.server.gate.ProtocolFailure;

/// Receives the notices of git hosts: `POST` to the name of a connection.
///
/// @param readLimit how long a host may take to send a notice
public record WebhookHandler(WebhookReceiver receiver, Duration readLimit, Ids ids) implements Handler {
    private static final int NOTICE_BYTES_MAX = 8 << 20;
    private static final byte[] TAKEN = "{}".getBytes(StandardCharsets.UTF_8);

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Answer answer = answer(request);
        if (answer.errorType().isPresent()) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        ResponseWriter.send(response, answer.status(), "application/json", ids.next(), answer.body());
        ResponseWriter.closeIfSaid(request, response);
    }

    private Answer answer(ServerRequest request) {
        String path = request.prologue().uriPath().path();
        String connection =
                path.startsWith(WebhookReceiver.PATHS) ? path.substring(WebhookReceiver.PATHS.length()) : "";
        if (!request.prologue().method().text().equals("POST")) {
            return JsonFaults.answer(Status.METHOD_NOT_ALLOWED_405, "send notices with POST");
        }
        if (!receiver.knows(connection)) {
            return JsonFaults.answer(Status.NOT_FOUND_404, "no connection '%s' is configured".formatted(connection));
        }
        try {
            receiver.take(connection, headers(request), body(request));
            return Answer.ok(TAKEN);
        } catch (ForgedNotice forged) {
            return JsonFaults.answer(Status.UNAUTHORIZED_401, String.valueOf(forged.getMessage()));
        } catch (ProtocolFailure refusal) {
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

    /// JSON that is only labelled as a form, as by `curl -d`, is no form.
    private static boolean isForm(ServerRequest request, byte[] body) {
        String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        return type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")
                && !new String(body, StandardCharsets.UTF_8).stripLeading().startsWith("{");
    }

    private static ProtocolFailure refusal(Status status, String message) {
        return new ProtocolFailure(status.code(), JsonFaults.type(status), message);
    }
}
