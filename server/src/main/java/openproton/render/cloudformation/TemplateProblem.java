package openproton.render.cloudformation;

import java.util.List;
import java.util.stream.Collectors;

/// One problem of a template.
///
/// @param line counted from 1; 0 when the message names the place
/// @param path map keys and list positions from the outside in
/// @param message the problem and its solution
public record TemplateProblem(int line, List<Object> path, String message) {

    public TemplateProblem {
        path = List.copyOf(path);
    }

    /// Such as `line 7, Resources/Bucket/Type: …`.
    @Override
    public String toString() {
        if (line == 0) {
            return message;
        }
        String place = path.stream().map(Object::toString).collect(Collectors.joining("/"));
        return "line %d%s: %s".formatted(line, place.isEmpty() ? "" : ", " + place, message);
    }
}
