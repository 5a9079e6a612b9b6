package openproton.render.jinja;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShrinkingTest {
    @Test
    void onlyWhatIsWrongIsLeft() {
        var shrinking = new Shrinking(pieces -> pieces.stream()
                .filter(piece -> piece.text().contains("| sort)"))
                .toList());
        Piece large = firstWith("| sort)");

        assertThat(shrinking.smallest(large).text()).matches("\\{\\{ \\(. \\| sort\\) }}");
        assertThat(large.text().length()).isGreaterThan(40);
    }

    @Test
    void whatCannotBeSmallerStays() {
        Piece least = Piece.statements("");

        assertThat(new Shrinking(List::copyOf).smallest(least)).isEqualTo(least);
    }

    private static Piece firstWith(String text) {
        return new GeneratedTemplates(7)
                .next(2_000).stream()
                        .filter(piece -> piece.text().contains(text)
                                && piece.text().contains("{% for")
                                && !piece.text().contains("{{-"))
                        .findFirst()
                        .orElseThrow();
    }
}
