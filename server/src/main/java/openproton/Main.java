package openproton;

import picocli.CommandLine;

/// Where the program begins.
public final class Main {
    private Main() {}

    /// Runs one command and ends with its exit code.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ServeCommand()).execute(arguments));
    }
}
