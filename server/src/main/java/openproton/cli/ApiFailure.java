package openproton.cli;

import java.util.Objects;
import java.util.Set;

/// An error answer of the server.
public final class ApiFailure extends RuntimeException {
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
    public ApiFailure(String type, String message) {
        super(message);
        this.type = type;
    }

    /// The bare name of the error.
    public String type() {
        return type;
    }

    /// Whether the thing that was asked for does not exist.
    boolean isNotFound() {
        return type.equals("ResourceNotFoundException");
    }

    ExitCode exitCode() {
        return DENIALS.contains(type) ? ExitCode.NO_ACCESS : ExitCode.FAILED;
    }

    /// As the server wrote it; never null.
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
