package openproton.render.jinja;

/// Text as it is being written.
final class Output {
    private final StringBuilder text = new StringBuilder();
    private final Budget budget;

    Output(Budget budget) {
        this.budget = budget;
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
