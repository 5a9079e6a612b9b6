package openproton.cli;

import java.util.List;
import openproton.api.ResourceChange;

/// Shows what would change, one heading a deployment.
record PlanView(Terminal terminal) {

    /// What is planned and between which versions.
    void head(String label, String from, String to) {
        String version = from.equals(to) ? from : "%s -> %s".formatted(from, to);
        terminal.say(
                terminal.tinted(Terminal.Tone.STRONG, version.isEmpty() ? label : "%s (%s)".formatted(label, version)));
    }

    /// A unified difference, with what goes and what comes in their colours.
    void difference(String what, String difference) {
        if (difference.isEmpty()) {
            terminal.say("%s: no difference".formatted(what));
            return;
        }
        terminal.say("%s:".formatted(what));
        difference.lines().forEach(line -> terminal.say(coloured(line)));
    }

    /// What would happen to resources.
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
