package openproton.cli.terminal;

import java.io.Console;
import java.util.Optional;

/// Asks for confirmation at the terminal before something that cannot be undone.
///
/// @param question without the possible answers
/// @param deed what a yes leads to, such as `delete service 'shop'`
public record Confirmation(String question, String deed) {

    /// Waits for the answer; anything but a yes is a no.
    ///
    /// @throws CommandFailure when standard input is not a terminal
    public boolean isGiven() {
        Console console = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .orElseThrow(() -> CommandFailure.wrongUsage(
                        "cannot ask for confirmation without a terminal; add --yes to " + deed));
        String answer = console.readLine("%s [y/N] ", question);
        return "y".equalsIgnoreCase(answer) || "yes".equalsIgnoreCase(answer);
    }
}
