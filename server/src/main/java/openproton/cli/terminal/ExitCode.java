package openproton.cli.terminal;

/// How a command ends, for scripts.
public enum ExitCode {
    /// The command did its work.
    OK(0),
    /// The command failed, or its input is not valid.
    FAILED(1),
    /// The command line is wrong.
    USAGE(2),
    /// The server does not answer, or denies access.
    NO_ACCESS(3);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    /// The exit status of the process.
    public int status() {
        return status;
    }

    /// The exit status of a command that succeeded or failed.
    public static int of(boolean succeeded) {
        return (succeeded ? OK : FAILED).status;
    }
}
