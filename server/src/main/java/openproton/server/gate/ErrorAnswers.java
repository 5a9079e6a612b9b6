package openproton.server.gate;

import java.util.Set;
import openproton.api.ApiException;
import openproton.api.InternalServerException;
import openproton.api.SerializationException;
import openproton.auth.AuthenticationFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns the exception that ended a request into an answer. A fault of ours is logged; the caller is told only the id
/// of the request.
final class ErrorAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    /// Errors that every operation may answer with, even where the model does not list them.
    private static final Set<String> ALWAYS =
            Set.of("AccessDeniedException", "InternalServerException", "ThrottlingException", "ValidationException");

    private ErrorAnswers() {}

    static Answer of(Exchange exchange, RuntimeException failure) {
        return switch (failure) {
            case ProtocolFailure refusal -> Answer.error(refusal.status(), refusal.type(), message(refusal));
            case AuthenticationFailure unknown -> Answer.error(CLIENT_ERROR, unknown.type(), message(unknown));
            case SerializationException unreadable ->
                Answer.error(CLIENT_ERROR, "SerializationException", message(unreadable));
            case ApiException error
            when mayBeTold(exchange, error) -> Answer.error(status(error), error.type(), message(error));
            default -> internal(exchange, failure);
        };
    }

    private static boolean mayBeTold(Exchange exchange, ApiException error) {
        return ALWAYS.contains(error.type())
                || exchange.call()
                        .filter(call -> call.shape().errors().contains(error.type()))
                        .isPresent();
    }

    private static int status(ApiException error) {
        return error instanceof InternalServerException ? SERVER_ERROR : CLIENT_ERROR;
    }

    private static Answer internal(Exchange exchange, RuntimeException failure) {
        LOG.error("request {} ({}) failed", exchange.requestId(), operation(exchange), failure);
        return Answer.error(
                SERVER_ERROR,
                "InternalServerException",
                "the server failed; its log explains the failure under the request id %s"
                        .formatted(exchange.requestId()));
    }

    private static String operation(Exchange exchange) {
        return exchange.call().map(OperationCall::toString).orElse("no operation");
    }

    private static String message(RuntimeException failure) {
        return String.valueOf(failure.getMessage());
    }
}
