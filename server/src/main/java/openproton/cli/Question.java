package openproton.cli;

import java.io.Console;
import java.util.Optional;

/// Asks the person at the terminal before something is done that cannot be undone.
///
/// @param text the question, without the answers
/// @param deed what is done after a yes, such as `delete service 'shop'`
record Question(String text, String deed) {

    /// @throws CommandFailure when there is no terminal to ask at
    boolean isAgreed() {
        Console console = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .orElseThrow(() -> new CommandFailure(ExitCode.USAGE, "there is nobody to ask; add --yes to " + deed));
        String answer = console.readLine("%s [y/N] ", text);
        return "y".equalsIgnoreCase(answer) || "yes".equalsIgnoreCase(answer);
    }
}
