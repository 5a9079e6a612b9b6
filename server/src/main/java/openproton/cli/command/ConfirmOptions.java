package openproton.cli.command;

import openproton.cli.terminal.Confirmation;
import picocli.CommandLine.Option;

/// The option that replaces the question before a command that cannot be undone.
final class ConfirmOptions {
    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask for confirmation.")
    private boolean yes;

    /// Asks, unless the user has agreed beforehand.
    boolean isConfirmed(Confirmation confirmation) {
        return yes || confirmation.isGiven();
    }
}
