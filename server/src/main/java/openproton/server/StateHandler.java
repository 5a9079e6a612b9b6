package openproton.server;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import openproton.api.state.StateKeeper;
import openproton.api.state.StateKeeper.Asker;
import openproton.api.state.StateKeeper.Outcome;
import openproton.auth.AuthenticationFailure;
import openproton.auth.credential.StateCredentials;
import openproton.base.Ids;
import openproton.server.gate.Answer;
import openproton.server.gate.ProtocolFailure;

/// Answers Terraform's `http` backend: the state of a resource is behind its ARN, for its own deployment only.
///
/// @param readLimit how long a client may take to send a state
public record StateHandler(StateKeeper keeper, StateCredentials credentials, Duration readLimit, Ids ids)
        implements Handler {
    private static final int STATE_BYTES_MAX = 64 << 20;
    private static final int CONFLICT = Status.CONFLICT_409.code();
    private static final int LOCKED = 423;
    private static final String BASIC = "Basic ";

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Answer answer = answer(request);
        if (answer.status() == Status.UNAUTHORIZED_401.code()) {
            response.header(HeaderNames.WWW_AUTHENTICATE, "Basic realm=\"OpenProton\"");
        }
        if (answer.errorType().isPresent()) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        ResponseWriter.send(response, answer.status(), "application/json", ids.next(), answer.body());
        ResponseWriter.closeIfSaid(request, response);
    }

    /// Authenticates the caller before reading the body.
    private Answer answer(ServerRequest request) {
        try {
            Optional<Asker> asker = asker(request);
            if (asker.isEmpty()) {
                return error(Status.UNAUTHORIZED_401, "user name and password are not those of a running deployment");
            }
            if (!asker.get().resourceArn().equals(arn(request))) {
                return error(Status.FORBIDDEN_403, "a deployment may only reach the state of its own resource");
            }
            return answer(asker.get(), request);
        } catch (AuthenticationFailure expired) {
            return error(Status.UNAUTHORIZED_401, String.valueOf(expired.getMessage()));
        } catch (ProtocolFailure refusal) {
            return Answer.error(refusal.status(), refusal.type(), String.valueOf(refusal.getMessage()));
        }
    }

    private Answer answer(Asker asker, ServerRequest request) {
        var lockId = request.query().first("ID").asOptional().filter(id -> !id.isEmpty());
        return switch (request.prologue().method().text()) {
            case "GET" -> keeper.read(asker).map(StateHandler::state).orElseGet(StateHandler::nothing);
            case "POST" -> outcome(keeper.write(asker, lockId, body(request)), CONFLICT);
            case "DELETE" -> outcome(keeper.write(asker, lockId, ""), CONFLICT);
            case "LOCK" -> outcome(keeper.lock(asker, body(request)), LOCKED);
            case "UNLOCK" -> outcome(keeper.unlock(asker, body(request)), CONFLICT);
            default -> error(Status.METHOD_NOT_ALLOWED_405, "a state knows GET, POST, DELETE, LOCK and UNLOCK");
        };
    }

    private static Answer outcome(Outcome outcome, int whenHeld) {
        return switch (outcome) {
            case Outcome.Done() -> Answer.ok(new byte[0]);
            case Outcome.Held(var info) ->
                new Answer(whenHeld, info.getBytes(StandardCharsets.UTF_8), Optional.empty());
            case Outcome.Refused(var why) -> error(Status.CONFLICT_409, why);
        };
    }

    private static Answer state(String text) {
        return Answer.ok(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer nothing() {
        return new Answer(Status.NO_CONTENT_204.code(), new byte[0], Optional.empty());
    }

    private static Answer error(Status status, String message) {
        return JsonFaults.answer(status, message);
    }

    private static String arn(ServerRequest request) {
        String path = request.prologue().uriPath().path();
        return path.startsWith(StateKeeper.PATHS) ? path.substring(StateKeeper.PATHS.length()) : "";
    }

    private String body(ServerRequest request) {
        byte[] body = new BodyReader(STATE_BYTES_MAX, readLimit).read(request);
        if (body.length > STATE_BYTES_MAX) {
            Status status = Status.REQUEST_ENTITY_TOO_LARGE_413;
            throw new ProtocolFailure(
                    status.code(),
                    JsonFaults.type(status),
                    "a state may have %d MB at most".formatted(STATE_BYTES_MAX >> 20));
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private Optional<Asker> asker(ServerRequest request) {
        return request.headers()
                .first(HeaderNames.AUTHORIZATION)
                .filter(value -> value.startsWith(BASIC))
                .flatMap(value -> decoded(value.substring(BASIC.length())))
                .flatMap(both -> {
                    int colon = both.indexOf(':');
                    return colon < 0
                            ? Optional.empty()
                            : credentials.find(both.substring(0, colon), both.substring(colon + 1));
                });
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException failure) {
            return Optional.empty();
        }
    }
}
