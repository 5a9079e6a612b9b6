package openproton.cli.command.plan;

import java.util.List;
import openproton.api.ResourceChange;
import openproton.cli.terminal.Table;
import openproton.cli.terminal.Terminal;

/// Shows the plan of each part below a heading.
record PlanView(Terminal terminal) {

    /// Shows the part and the versions before and after.
    void head(String label, String from, String to) {
        String version = from.equals(to) ? from : "%s -> %s".formatted(from, to);
        terminal.title(version.isEmpty() ? label : "%s (%s)".formatted(label, version));
    }

    /// Shows a unified difference, with added and removed lines in colour.
    void difference(String what, String difference) {
        if (difference.isEmpty()) {
            terminal.say("%s: no difference".formatted(what));
            return;
        }
        terminal.say("%s:".formatted(what));
        difference.lines().forEach(line -> terminal.say(coloured(line)));
    }

    /// Shows the changes of resources as a table.
    void resources(List<ResourceChange> changes) {
        if (changes.isEmpty()) {
            terminal.say("resources: no change");
            return;
        }
        terminal.say("resources:");
        var table = new Table(terminal, "ACTION", "TYPE", "NAME", "IDENTIFIER");
        changes.forEach(change -> table.row(
                change.action().value(),
                change.type(),
                change.name(),
                change.identifier().orElse("")));
        table.print();
    }

    /// Says why the engine cannot tell the changes of resources.
    void resourcesUnknown(String why) {
        terminal.say("resources: unknown. " + why);
    }

    /// Shows the plan in the engine's own words.
    void engineText(String text) {
        text.lines().forEach(terminal::say);
    }

    private String coloured(String line) {
        if (line.startsWith("+++") || line.startsWith("---")) {
            return terminal.tinted(Terminal.Tone.STRONG, line);
        } else if (line.startsWith("+")) {
            return terminal.tinted(Terminal.Tone.GOOD, line);
        } else if (line.startsWith("-")) {
            return terminal.tinted(Terminal.Tone.BAD, line);
        }
        return line.startsWith("@@") ? terminal.tinted(Terminal.Tone.QUIET, line) : line;
    }
}
