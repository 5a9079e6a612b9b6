package openproton.render.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import openproton.render.RenderException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The readable file of cases: what every part of the language gives, and what people are told when it cannot be
/// done.
class CasesTest {
    private static final Map<String, Object> DATA = Case.data();

    private final Jinja jinja = new Jinja(System::nanoTime);

    static List<Case> cases() {
        return Case.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyCaseGivesWhatTheFileSays(Case one) {
        switch (one.kind()) {
            case AS_JINJA2, OWN ->
                assertThat(jinja.render("case", one.template(), DATA)).isEqualTo(one.result());
            case ERROR ->
                assertThatThrownBy(() -> jinja.render("case", one.template(), DATA))
                        .isInstanceOf(RenderException.class)
                        .hasMessageContaining(one.result());
        }
    }

    @Test
    void theFileHasManyCases() {
        assertThat(cases()).hasSizeGreaterThan(200);
    }
}
