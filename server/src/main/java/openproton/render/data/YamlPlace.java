package openproton.render.data;

import java.util.Optional;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// Says where in a YAML text something is wrong, and shows the place.
final class YamlPlace {
    private static final int SNIPPET_CHARACTERS_MAX = 80;

    private YamlPlace() {}

    static int lineOf(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    static String describe(Event event, String problem) {
        return describe(event.getStartMark(), problem);
    }

    static String describe(MarkedYamlEngineException e) {
        String what = e.getContext() == null ? e.getProblem() : e.getContext() + ", " + e.getProblem();
        return describe(e.getProblemMark().or(e::getContextMark), "not valid YAML: " + what);
    }

    private static String describe(Optional<Mark> mark, String problem) {
        return mark.map(place -> "line %d, column %d: %s\n%s"
                        .formatted(place.getLine() + 1, place.getColumn() + 1, problem, snippet(place)))
                .orElse(problem);
    }

    private static String snippet(Mark mark) {
        return mark.createSnippet(2, SNIPPET_CHARACTERS_MAX);
    }
}
