package openproton.provision.aws;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/// The meaning of an error of AWS for the caller.
public sealed interface AwsFault {

    /// For the person who asked.
    String why();

    /// It may work later: AWS is busy, or cannot be reached.
    record Passing(String why) implements AwsFault {}

    /// The server has no credentials.
    record NoCredentials(String why) implements AwsFault {}

    /// The call cannot succeed before a person changes something; the text is that of AWS.
    record Lasting(String why) implements AwsFault {}

    /// Codes that the SDK does not take for throttling by itself.
    Set<String> PASSING = Set.of(
            "Throttling",
            "ThrottlingException",
            "RequestLimitExceeded",
            "SlowDown",
            "RequestTimeout",
            "RequestTimeoutException",
            "IDPCommunicationError");

    /// Codes of credentials that were good until just now.
    Set<String> OLD_SESSION = Set.of("ExpiredToken", "ExpiredTokenException");

    /// The meaning of an exception that a call to AWS ended with.
    static AwsFault of(RuntimeException failure) {
        return switch (failure) {
            case AwsRefusal refusal
            when refusal.reason() == AwsRefusal.Reason.CREDENTIALS -> new NoCredentials(text(refusal));
            case AwsServiceException answer when isPassing(answer) -> new Passing(text(answer));
            case AwsServiceException answer -> new Lasting(text(answer));
            case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _, AbortedException _ ->
                new Passing(text(failure));
            default -> isUnreachable(failure) ? new Passing(text(failure)) : new Lasting(text(failure));
        };
    }

    /// Whether the credentials of a role have to be had anew.
    static boolean isOldSession(RuntimeException failure) {
        return failure instanceof AwsServiceException answer && OLD_SESSION.contains(code(answer));
    }

    /// The error code of an answer, such as `ValidationError`; empty when it has none.
    static String code(AwsServiceException answer) {
        return details(answer).map(AwsErrorDetails::errorCode).orElse("");
    }

    /// The text of an answer as AWS wrote it, without the additions of the SDK.
    static String text(AwsServiceException answer) {
        return details(answer)
                .map(AwsErrorDetails::errorMessage)
                .filter(text -> !text.isBlank())
                .orElseGet(() -> String.valueOf(answer.getMessage()));
    }

    private static Optional<AwsErrorDetails> details(AwsServiceException answer) {
        return Optional.ofNullable(answer.awsErrorDetails());
    }

    private static boolean isPassing(AwsServiceException answer) {
        return answer.isThrottlingException()
                || answer.statusCode() >= 500
                || answer.statusCode() == 429
                || PASSING.contains(code(answer))
                || OLD_SESSION.contains(code(answer))
                || text(answer).startsWith("Rate exceeded");
    }

    private static boolean isUnreachable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static String text(RuntimeException failure) {
        return failure instanceof AwsServiceException answer ? text(answer) : String.valueOf(failure.getMessage());
    }
}
