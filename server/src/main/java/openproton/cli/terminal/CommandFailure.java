package openproton.cli.terminal;

import java.util.Objects;

/// Ends a command with an exit status and a message for the user.
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    /// @param message what happened, where, and what to do
    public CommandFailure(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /// The work failed, or the input is not valid.
    public static CommandFailure failed(String message) {
        return new CommandFailure(ExitCode.FAILED, message);
    }

    /// The command line is wrong.
    public static CommandFailure wrongUsage(String message) {
        return new CommandFailure(ExitCode.USAGE, message);
    }

    /// The server does not answer, or there is no way to sign requests.
    public static CommandFailure noAccess(String message) {
        return new CommandFailure(ExitCode.NO_ACCESS, message);
    }

    /// The exit status of the process.
    public ExitCode exitCode() {
        return exitCode;
    }

    /// Never null.
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
