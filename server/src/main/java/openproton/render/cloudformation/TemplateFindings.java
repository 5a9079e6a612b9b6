package openproton.render.cloudformation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import openproton.render.data.YamlDocument;

/// The problems found so far in one template.
///
/// @param document knows the lines
/// @param problems the problems, to which more are added
record TemplateFindings(YamlDocument document, List<TemplateProblem> problems) {

    TemplateFindings(YamlDocument document) {
        this(document, new ArrayList<>());
    }

    void add(List<Object> path, String message) {
        problems.add(new TemplateProblem(document.line(path), path, message));
    }

    List<TemplateProblem> sorted() {
        var sorted = new ArrayList<>(problems);
        sorted.sort((one, other) -> Integer.compare(one.line(), other.line()));
        return Collections.unmodifiableList(sorted);
    }

    static List<Object> inside(List<Object> path, Object step) {
        var deeper = new ArrayList<>(path);
        deeper.add(step);
        return deeper;
    }
}
