package openproton.render.data;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The data of a YAML text, and the line that each part of it stands on.
///
/// @param value a map, list, string, number, boolean, or null for an empty document
/// @param lines path of map keys and list positions to line, counted from 1; the empty path is the whole document
public record YamlDocument(@Nullable Object value, Map<List<Object>, Integer> lines) {

    /// `line 7`, for the part at a path, or for the nearest part around it when there is nothing at that path.
    ///
    /// @param path map keys and list positions from the outside in
    public String place(Object... path) {
        return "line " + line(List.of(path));
    }

    /// The line of the part at a path, or of the nearest part around it.
    public int line(List<Object> path) {
        List<Object> nearest = path;
        while (!lines.containsKey(nearest) && !nearest.isEmpty()) {
            nearest = nearest.subList(0, nearest.size() - 1);
        }
        return lines.getOrDefault(nearest, 1);
    }
}
