package openproton.cli;

/// What the exit status of a command tells scripts.
public enum ExitCode {
    /// Everything went well.
    OK(0),
    /// A deployment failed, or something that was checked is not right.
    FAILED(1),
    /// The command line cannot be understood.
    USAGE(2),
    /// The server does not answer, or does not allow it.
    NO_ACCESS(3);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    /// The exit status of the process.
    public int status() {
        return status;
    }
}
