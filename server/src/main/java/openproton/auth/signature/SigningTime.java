package openproton.auth.signature;

import static openproton.api.signing.CredentialScope.TIME;
import static openproton.auth.AuthenticationFailure.Reason.INCOMPLETE;
import static openproton.auth.AuthenticationFailure.Reason.INVALID;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import openproton.api.signing.AuthorizationHeader;
import openproton.api.signing.RawRequest;
import openproton.auth.AuthenticationFailure;

/// The time at which a request was signed: its header `X-Amz-Date`, or else `Date`.
record SigningTime(RawRequest request, AuthorizationHeader authorization) {
    static final Duration SKEW_MAX = Duration.ofMinutes(5);

    /// The time, if it is within five minutes of ours.
    ///
    /// Old clients find the time of the server in the message by exactly these words.
    Instant within(Instant now) {
        Instant time = time();
        if (time.isBefore(now.minus(SKEW_MAX))) {
            throw refused("Signature expired: %s is now earlier than %s (%s - 5 min.)", time, now.minus(SKEW_MAX), now);
        }
        if (time.isAfter(now.plus(SKEW_MAX))) {
            throw refused(
                    "Signature not yet current: %s is still later than %s (%s + 5 min.)",
                    time, now.plus(SKEW_MAX), now);
        }
        if (!TIME.format(time).startsWith(authorization.scope().date())) {
            throw new AuthenticationFailure(
                    INVALID,
                    "the date in Credential must be the date of the request, "
                            + TIME.format(time).substring(0, 8));
        }
        return time;
    }

    private Instant time() {
        try {
            return request.headers()
                    .first("X-Amz-Date")
                    .map(text -> Instant.from(TIME.parse(text)))
                    .or(() -> request.headers()
                            .first("Date")
                            .map(text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text))))
                    .orElseThrow(() -> new AuthenticationFailure(
                            INCOMPLETE, "the request must have the header X-Amz-Date (or Date)"));
        } catch (DateTimeException failure) {
            throw new AuthenticationFailure(
                    INCOMPLETE, "X-Amz-Date must be written like 20261107T090000Z, or Date as HTTP writes dates");
        }
    }

    private static AuthenticationFailure refused(String words, Instant time, Instant limit, Instant now) {
        return new AuthenticationFailure(
                INVALID, words.formatted(TIME.format(time), TIME.format(limit), TIME.format(now)));
    }
}
