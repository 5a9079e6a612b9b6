package openproton.render.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import openproton.render.RenderException;
import org.junit.jupiter.api.Test;

class JinjaTest {
    private final Jinja jinja = new Jinja(System::nanoTime);

    @Test
    void aSingleExpressionKeepsItsOwnKindOfValue() {
        Map<String, Object> values =
                Map.of("subnets", List.of("a", "b"), "count", 3, "open", true, "tags", Map.of("k", 1.5));

        assertThat(jinja.evaluate("m", "{{ subnets }}", values)).isEqualTo(List.of("a", "b"));
        assertThat(jinja.evaluate("m", "{{ count }}", values)).isEqualTo(3L);
        assertThat(jinja.evaluate("m", "{{ open }}", values)).isEqualTo(true);
        assertThat(jinja.evaluate("m", "{{ tags }}", values)).isEqualTo(Map.of("k", 1.5));
        assertThat(jinja.evaluate("m", "{{ subnets | map('upper') }}", values)).isEqualTo(List.of("A", "B"));
    }

    @Test
    void anythingElseBecomesText() {
        Map<String, Object> values = Map.of("subnets", List.of("a"), "open", true);

        assertThat(jinja.evaluate("m", "x {{ subnets }}", values)).isEqualTo("x ['a']");
        assertThat(jinja.evaluate("m", "{{ open }} ", values)).isEqualTo("True ");
        assertThat(jinja.evaluate("m", "plain", values)).isEqualTo("plain");
        assertThat(jinja.evaluate("m", "{{ none }}", values)).isEqualTo("None");
        assertThat(jinja.evaluate("m", "{{ 'a' if not open }}", values)).isEqualTo("");
    }

    @Test
    void valuesAreNeverExpandedAgain() {
        assertThat(jinja.render("f", "{{ v }}", Map.of("v", "{{ 1 + 1 }}"))).isEqualTo("{{ 1 + 1 }}");
    }

    @Test
    void whatATemplateChangesStaysInsideItsRendering() {
        var list = new ArrayList<Object>(List.of(1));
        Map<String, Object> values = Map.of("list", list);

        assertThat(jinja.render("f", "{% set _ = list.append(2) %}{{ list }}", values))
                .isEqualTo("[1, 2]");
        assertThat(list).containsExactly(1);
        assertThat(jinja.render("f", "{% set _ = list.append(2) %}{{ list }}", values))
                .isEqualTo("[1, 2]");
    }

    @Test
    void onlyDataGoesIn() {
        assertThatThrownBy(() ->
                        jinja.render("f", "{{ v }}", Map.of("v", new java.util.concurrent.atomic.AtomicBoolean())))
                .isInstanceOf(RenderException.class)
                .hasMessageContaining("AtomicBoolean is not data");
    }

    @Test
    void checkingLooksAtTheSyntaxOnly() {
        jinja.check("f", "{{ nothing.like.that | upper }}");

        assertThatThrownBy(() -> jinja.check("infrastructure/cloudformation.yaml", "a: 1\nb: {{ x | nope }}\n"))
                .isInstanceOf(RenderException.class)
                .hasMessage("""
                    infrastructure/cloudformation.yaml, line 2, column 11: there is no filter 'nope'
                      b: {{ x | nope }}
                                ^\
                    """);
    }

    @Test
    void lineEndsOfAnySystemAreOneLine() {
        assertThat(jinja.render("f", "a\r\nb\rc\n", Map.of())).isEqualTo("a\nb\nc");
        assertThatThrownBy(() -> jinja.render("f", "a\r\n{{ x }}", Map.of())).hasMessageContaining("line 2, column 4");
    }

    @Test
    void longLinesAreShownAroundTheirFault() {
        String text = "x".repeat(500) + "{{ missing }}" + "y".repeat(500);

        assertThatThrownBy(() -> jinja.render("f", text, Map.of()))
                .satisfies(refusal ->
                        assertThat(refusal.getMessage()).hasSizeLessThan(400).contains("column 504"));
    }

    @Test
    void oneEngineServesManyThreads() {
        var results = java.util.stream.IntStream.range(0, 500)
                .parallel()
                .mapToObj(number ->
                        jinja.render("f", "{% for i in range(n) %}{{ i }}{% endfor %}" + number % 7, Map.of("n", 3)))
                .distinct()
                .toList();

        assertThat(results).hasSize(7).allMatch(result -> result.startsWith("012"));
    }
}
