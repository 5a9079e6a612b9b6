package openproton.cli.follow;

import openproton.cli.terminal.Terminal;

/// Writes a line when ctrl-C ends the command while this is open.
final class InterruptNotice implements AutoCloseable {
    private final Thread hook;

    private InterruptNotice(Thread hook) {
        this.hook = hook;
    }

    static InterruptNotice of(Terminal terminal, String line) {
        var hook = new Thread(() -> terminal.note(System.lineSeparator() + line), "interrupt-notice");
        Runtime.getRuntime().addShutdownHook(hook);
        return new InterruptNotice(hook);
    }

    /// Takes the line back, which is too late once the process ends.
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
