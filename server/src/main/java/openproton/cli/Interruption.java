package openproton.cli;

/// Says something when ctrl-C ends the command while this is open.
final class Interruption implements AutoCloseable {
    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    static Interruption saying(Terminal terminal, String line) {
        var hook = new Thread(() -> terminal.note(System.lineSeparator() + line), "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    /// Nothing is said any more; while the process is ending, that is too late.
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
