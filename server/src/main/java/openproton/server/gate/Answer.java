package openproton.server.gate;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import openproton.base.Json;

/// The answer to a request: always JSON.
///
/// @param errorType the bare name of the error; empty when all went well
@SuppressWarnings("ArrayRecordComponent")
public record Answer(int status, byte[] body, Optional<String> errorType) {
    private static final Set<String> UNREAD = Set.of(
            "BadRequestException",
            "RequestEntityTooLargeException",
            "RequestTimeoutException",
            "ServiceUnavailableException");

    public static Answer ok(byte[] body) {
        return new Answer(200, body, Optional.empty());
    }

    /// An error in the form that every client reads: the bare name, and a message in lower case.
    public static Answer error(int status, String type, String message) {
        var members = new LinkedHashMap<String, String>();
        members.put("__type", type);
        members.put("message", message);
        return new Answer(status, Json.write(members).getBytes(StandardCharsets.UTF_8), Optional.of(type));
    }

    /// Whether the caller should try again a little later.
    public boolean isThrottled() {
        return errorType.filter(type -> type.equals("ThrottlingException")).isPresent();
    }

    /// Whether the rest of the request may still be on its way, so that the connection is of no more use.
    public boolean endsConnection() {
        return errorType.filter(UNREAD::contains).isPresent();
    }
}
