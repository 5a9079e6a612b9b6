package openproton.render.jinja;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import openproton.render.RenderException;
import openproton.render.jinja.filter.Filters;
import openproton.render.jinja.filter.Tests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Jinja2 itself is the measure: whatever it renders, this engine renders the same.
@EnabledIf(value = "openproton.render.jinja.Jinja2#isInstalled", disabledReason = "python3 with jinja2 3.1 is not here")
class DifferentialTest {
    private static final Map<String, Object> DATA = Case.data();
    private static final int TEMPLATES = 2_000;
    private static final int SHRUNK_MAX = 5;

    private final Jinja jinja = new Jinja(System::nanoTime);

    @Test
    void casesAreRenderedAsJinja2RendersThem() {
        List<Case> cases = Case.all().stream()
                .filter(one -> one.kind() == Case.Kind.AS_JINJA2)
                .toList();
        var answers = Jinja2.render(cases.stream().map(Case::template).toList(), DATA);

        for (int index = 0; index < cases.size(); index++) {
            assertThat(answers.get(index))
                    .as(cases.get(index).template())
                    .isEqualTo(Map.of("output", cases.get(index).result()));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void generatedTemplatesAreRenderedAsJinja2RendersThem(long seed) {
        List<Piece> templates = new GeneratedTemplates(seed).next(TEMPLATES);

        List<Piece> different = different(templates);

        var smallest = different.stream().limit(SHRUNK_MAX).map(new Shrinking(this::different)::smallest);
        assertThat(described(smallest.map(Piece::text).distinct().toList())).isEmpty();
        assertThat(different).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void generatedTextsAreCutAndWrappedAsJinja2DoesIt(long seed) {
        List<String> templates = new GeneratedTexts(seed).next(TEMPLATES);

        assertThat(described(differentTexts(templates))).isEmpty();
    }

    @Test
    void everyFilterTestAndFunctionOfJinja2IsHere() {
        Map<String, List<String>> names = Jinja2.names();

        assertThat(Filters.names()).containsAll(names.get("filters"));
        assertThat(Tests.names()).containsAll(names.get("tests"));
        assertThat(Globals.ALL.keySet()).containsAll(names.get("globals"));
    }

    private List<Piece> different(List<Piece> templates) {
        var texts = differentTexts(templates.stream().map(Piece::text).toList());
        return templates.stream().filter(piece -> texts.contains(piece.text())).toList();
    }

    /// Those that are rendered in another way here; what Jinja2 refuses may be whatever it is.
    private List<String> differentTexts(List<String> templates) {
        var answers = Jinja2.render(templates, DATA);
        var different = new ArrayList<String>();
        int rendered = 0;
        for (int index = 0; index < templates.size(); index++) {
            if (answers.get(index).get("output") instanceof String wanted && isComparable(wanted)) {
                rendered++;
                String given = given(templates.get(index));
                if (!given.equals(wanted) && !isKnownRefusal(given)) {
                    different.add(templates.get(index));
                }
            }
        }
        if (templates.size() == TEMPLATES) {
            assertThat(rendered).isGreaterThan(TEMPLATES / 4);
        }
        return different;
    }

    private String described(List<String> templates) {
        var answers = Jinja2.render(templates, DATA);
        var lines = new StringBuilder();
        for (int index = 0; index < templates.size(); index++) {
            String wanted = String.valueOf(answers.get(index).get("output"));
            lines.append("%s%n  Jinja2: %s%n  here:   %s%n"
                    .formatted(templates.get(index), wanted, given(templates.get(index))));
        }
        return lines.toString();
    }

    /// In Jinja2 what is not there passes more tests than here, and parts of a constant that has none are not there.
    private static boolean isKnownRefusal(String given) {
        return given.contains("is not defined") || given.contains("has no parts to cut out");
    }

    /// Addresses of Python's objects are no output that anyone wants, nor are lists that hold what is not there.
    private static boolean isComparable(String output) {
        return !output.contains(" object at 0x") && !output.contains(" of ") && !output.contains("Undefined");
    }

    private String given(String template) {
        try {
            return jinja.render("generated", template, DATA);
        } catch (RenderException refusal) {
            return "refused: " + refusal.getMessage();
        }
    }
}
