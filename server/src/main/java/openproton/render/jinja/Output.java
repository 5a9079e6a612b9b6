package openproton.render.jinja;

/// Text as it is being written.
final class Output {
    private static final int LENGTH = 64;

    private final StringBuilder text;
    private final Budget budget;

    Output(Budget budget) {
        this(budget, LENGTH);
    }

    /// @param length about how long it will be
    Output(Budget budget, int length) {
        this.budget = budget;
        this.text = new StringBuilder(length);
    }

    void append(String more) {
        budget.checkOutput((long) text.length() + more.length());
        text.append(more);
    }

    /// What stands on the last line so far.
    String line() {
        return text.substring(text.lastIndexOf("\n") + 1);
    }

    String text() {
        return text.toString();
    }
}
