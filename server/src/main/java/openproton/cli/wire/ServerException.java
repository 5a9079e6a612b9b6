package openproton.cli.wire;

import java.util.Objects;
import java.util.Set;
import openproton.cli.terminal.ExitCode;

/// An error answer of the server.
public final class ServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Set<String> DENIALS = Set.of(
            "AccessDeniedException",
            "UnrecognizedClientException",
            "InvalidSignatureException",
            "IncompleteSignatureException",
            "MissingAuthenticationTokenException",
            "ExpiredTokenException",
            "SignatureDoesNotMatch");

    private final String type;

    /// @param type the bare name of the error, such as `ConflictException`
    /// @param message as the server wrote it
    ServerException(String type, String message) {
        super(message);
        this.type = type;
    }

    /// The bare name of the error.
    public String type() {
        return type;
    }

    /// Whether the resource of the request does not exist.
    public boolean isNotFound() {
        return type.equals("ResourceNotFoundException");
    }

    /// The exit status for a command that ends with this error.
    public ExitCode exitCode() {
        return DENIALS.contains(type) ? ExitCode.NO_ACCESS : ExitCode.FAILED;
    }

    /// As the server wrote it; never null.
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
