package openproton.render.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import openproton.render.RenderException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// No template takes more than it may: each limit has its own error, and every one comes soon.
class JinjaLimitsTest {
    private final Jinja jinja = new Jinja(() -> 0);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", textBlock = """
        {% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}      => takes more than 1,000,000 steps
        {% for a in range(9) %}{{ 'x' * 1000000 }}{% endfor %}                              => the result gets longer than 5,000,000 characters
        {{ range(200000) }}                                                                 => a range may have at most 100,000 elements
        {{ 'x' * 10000000 }}                                                                => a string gets longer than 5,000,000 characters
        {{ '%9999999d' % 1 }}                                                               => a string gets longer than 5,000,000 characters
        {{ '{:9999999}'.format(1) }}                                                        => a string gets longer than 5,000,000 characters
        {{ 'x'.center(2000000000) }}                                                        => a string gets longer than 5,000,000 characters
        {{ 'x' | indent(2000000000) }}                                                      => a string gets longer than 5,000,000 characters
        {{ ('x' * 4000) | replace('', 'y' * 4000) }}                                        => a string gets longer than 5,000,000 characters
        {{ [1] * 10000000 }}                                                                => a list gets more than 1,000,000 elements
        {{ [1] | batch(2000000000, 0) | list }}                                             => a list gets more than 1,000,000 elements
        {{ 10 ** 1000000 }}                                                                 => an integer gets more than 20,000 bits
        {% macro m() %}{{ m() }}{% endmacro %}{{ m() }}                                     => called more than 50 deep
        {% for a in [[]] recursive %}{{ loop([a]) }}{% endfor %}                            => called more than 50 deep
        {% set n = namespace(x=[]) %}{% for i in range(99) %}{% set n.x = [n.x, n.x] %}{% endfor %}{{ n.x }}             => a string gets longer than
        {% set n = namespace(x=[]) %}{% for i in range(99) %}{% set n.x = [n.x, n.x] %}{% endfor %}{{ n.x | tojson }}    => a string gets longer than
        {% set n = namespace(x=[], y=[]) %}{% for i in range(40) %}{% set n.x = [n.x, n.x] %}{% set n.y = [n.y, n.y] %}{% endfor %}{{ n.x == n.y }} => too large to be compared
        {% set n = namespace(x=[]) %}{% for i in range(80) %}{% set n.x = [n.x, n.x] %}{% endfor %}{{ {'a': n.x} | pprint }} => a string gets longer than
        {% set l = [] %}{% set _ = l.append(l) %}{{ l }}                                    => nested more than 100 deep
        {% set l = [] %}{% set _ = l.append(l) %}{{ l | tojson }}                           => nested more than 100 deep
        {% set l = [] %}{% set _ = l.append(l) %}{{ l | pprint }}                           => nested
        """)
    void greedyTemplatesAreRefused(String template, String reason) {
        assertThatThrownBy(() -> jinja.render("f", template, Map.of()))
                .isInstanceOf(RenderException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void wholeValuesAreLimitedToo() {
        String doubling = "{% set n = namespace(x=[]) %}{% for i in range(99) %}{% set n.x = [n.x, n.x] %}{% endfor %}";

        assertThatThrownBy(() -> jinja.render("f", doubling + "{{ n.x | string }}", Map.of()))
                .hasMessageContaining("a string gets longer than");
    }

    @Test
    void deepTextsAreRefused() {
        for (String text : List.of(
                "{{ " + "(".repeat(1_000) + "1" + ")".repeat(1_000) + " }}",
                "{{ " + "[".repeat(1_000) + "]".repeat(1_000) + " }}",
                "{{ " + "-".repeat(1_000) + "1 }}",
                "{{ " + "not ".repeat(1_000) + "1 }}",
                "{{ 1" + " + 1".repeat(1_000) + " }}",
                "{{ a" + ".a".repeat(1_000) + " }}",
                "{{ a" + " | upper".repeat(1_000) + " }}",
                "{% if 1 %}".repeat(1_000) + "{% endif %}".repeat(1_000),
                "{% set " + "(".repeat(1_000) + "a" + ")".repeat(1_000) + " = 1 %}")) {
            assertThatThrownBy(() -> jinja.check("f", text)).hasMessageContaining("nested more than 100 deep");
        }
    }

    @Test
    void deepDataIsRefused() {
        List<Object> deep = new ArrayList<>();
        for (int level = 0; level < 1_000; level++) {
            deep = new ArrayList<>(List.of(deep));
        }
        Map<String, Object> values = Map.of("deep", deep);

        assertThatThrownBy(() -> jinja.render("f", "{{ deep }}", values))
                .hasMessageContaining("nested more than 100 deep");
    }

    @Test
    void slowTemplatesAreRefused() {
        var now = new AtomicLong();
        var slow = new Jinja(() -> now.addAndGet(Duration.ofSeconds(1).toNanos()));

        assertThatThrownBy(() -> slow.render("f", "{% for i in range(1000) %}{{ i | upper }}{% endfor %}", Map.of()))
                .hasMessageContaining("takes longer than 10 seconds");
    }

    @Test
    void limitsAreChosenByWhoMakesTheEngine() {
        var small = new Jinja(() -> 0, new JinjaLimits(10, 5, Duration.ofSeconds(1), 2));

        assertThat(small.render("f", "0123456789", Map.of())).hasSize(10);
        assertThatThrownBy(() -> small.render("f", "0123456789a", Map.of()))
                .hasMessageContaining("longer than 10 characters");
        assertThatThrownBy(() -> small.render("f", "{% for i in range(9) %}{% endfor %}", Map.of()))
                .hasMessageContaining("more than 5 steps");
    }

    @Test
    void theLoopThatTakesTooMuchIsShown() {
        var small = new Jinja(() -> 0, new JinjaLimits(10, 5, Duration.ofSeconds(1), 2));

        assertThatThrownBy(() -> small.render("f", "a\n{% for i in range(9) %}{% endfor %}", Map.of()))
                .hasMessageStartingWith("f, line 2, column 18: ");
    }

    @Test
    void dataIsReadOnlyWhereATemplateLooks() {
        Map<String, Object> values = Map.of("a", Map.of("used", 1, "unused", Map.of("b", new Object())), "c", "d");

        assertThat(jinja.render("f", "{{ a.used }}{{ c }}", values)).isEqualTo("1d");
        assertThatThrownBy(() -> jinja.render("f", "{{ a.unused }}", values)).hasMessageContaining("is not data");
    }

    @Test
    void parsedTextsAreForgottenWhenThereAreTooMany() {
        var cache = new TemplateCache(10);
        var parsed = new ArrayList<String>();
        for (String text : List.of("aaaaa", "bbbbb", "aaaaa", "ccccc", "aaaaa", "bbbbb", "longer than ten")) {
            cache.get(text, unknown -> {
                parsed.add(unknown);
                return new openproton.render.jinja.syntax.Template(unknown, List.of());
            });
        }

        assertThat(parsed).containsExactly("aaaaa", "bbbbb", "ccccc", "bbbbb", "longer than ten");
    }
}
