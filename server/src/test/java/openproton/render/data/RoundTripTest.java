package openproton.render.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openproton.base.DataException;
import openproton.base.Json;
import openproton.render.Draws;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    private static final YamlLimits LIMITS = YamlLimits.ofCharacters(10_000_000);

    /// Texts that YAML would take for something else.
    private static final List<String> TEXTS = List.of(
            "true",
            "no",
            "null",
            "~",
            "",
            " ",
            "3.10",
            "0x1f",
            "1e3",
            "- a",
            "#x",
            "a: b",
            "{{ x }}",
            "${Proton::CURRENT_VAL}",
            "2001-01-01",
            "<<",
            "=",
            "a\n\nb\n",
            "\ttab ");

    /// Numbers at the borders of their types.
    private static final List<Number> NUMBERS = List.of(
            0L,
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            BigInteger.TWO.pow(63),
            BigInteger.TWO.pow(63).add(BigInteger.ONE).negate(),
            0.0,
            -0.0,
            1e16,
            1e-7,
            Double.MIN_VALUE,
            -Double.MAX_VALUE);

    /// Characters that writers must take care of.
    private static final List<String> CHARACTERS =
            List.of("\n", "\t", "\r", "é", "\u0007", "\u0085", "\u2028", "\u2029", "\ufeff", "𝄞", "'", "\"", "\\");

    /// What the structure of YAML is made of.
    private static final List<String> MARKS = List.of(
            "- ", "a", ": ", "? ", "[", "]", "{", "}", ", ", "#", "&a ", "*a", "!t ", "|", ">", "'", "\"", "%", "@",
            "\n", "  ", "\t", "---\n", "<<");

    @Test
    void yamlGivesBackWhatWasWritten() {
        Draws.forEverySeed(draws -> {
            Object data = data(draws, 3);

            assertThat(Yaml.read(Yaml.write(data), LIMITS).value()).isEqualTo(data);
        });
    }

    @Test
    void whatCouldBeMisreadIsGivenBackWhereverItStands() {
        Stream.of(TEXTS, NUMBERS, CHARACTERS).flatMap(List::stream).forEach(one -> {
            for (Object data : List.of(one, List.of(one), Map.of("key", one), Map.of(one.toString(), "value"))) {
                assertThat(Yaml.read(Yaml.write(data), LIMITS).value()).isEqualTo(data);
                assertThat(Json.read(Json.write(data))).isEqualTo(data);
            }
        });
    }

    @Test
    void jsonGivesBackWhatWasWritten() {
        Draws.forEverySeed(draws -> {
            Object data = data(draws, 3);

            assertThat(Json.read(Json.write(data))).isEqualTo(data);
            assertThat(Json.read(Json.pretty(data))).isEqualTo(data);
        });
    }

    @Test
    void anyTextIsReadOrRefusedForPeople() {
        Draws.forEverySeed(draws -> {
            readOrRefused(draws.text(255, draws::unicode));
            readOrRefused(draws.text(60, () -> draws.oneOf(MARKS)));
        });
    }

    private static void readOrRefused(String text) {
        try {
            Yaml.read(text, LIMITS);
        } catch (DataException e) {
            assertThat(e.getMessage()).as(text).isNotBlank();
        }
    }

    @Test
    void jsonRefusesWhatIsNotOneValue() {
        assertThatThrownBy(() -> Json.read("{\"a\": 1,}"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> Json.read("{\"a\": 1, \"a\": 2}")).hasMessageContaining("Duplicate");
        assertThatThrownBy(() -> Json.read("{} {}")).hasMessageContaining("more text");
        assertThatThrownBy(() -> Json.read("")).hasMessageContaining("empty");
        assertThatThrownBy(() -> Json.read("[".repeat(1_000))).isInstanceOf(DataException.class);
    }

    private static Object data(Draws draws, int levels) {
        return switch (levels == 0 ? 0 : draws.below(3)) {
            case 1 -> draws.list(4, () -> data(draws, levels - 1));
            case 2 -> map(draws, levels - 1);
            default -> scalar(draws);
        };
    }

    private static Map<String, Object> map(Draws draws, int levels) {
        var map = new LinkedHashMap<String, Object>();
        for (int left = draws.size(4); left > 0; left--) {
            map.put(draws.text(20, () -> character(draws)), data(draws, levels));
        }
        return map;
    }

    private static Object scalar(Draws draws) {
        return switch (draws.below(8)) {
            case 0 -> draws.text(20, () -> character(draws));
            case 1 -> draws.oneOf(TEXTS);
            case 2 -> draws.oneOf(NUMBERS);
            case 3 -> draws.integer();
            case 4 -> BigInteger.TWO.pow(65 + draws.below(135)).add(BigInteger.valueOf(draws.integer()));
            case 5 -> draws.integer() / 100.0;
            case 6 -> draws.integer() * Math.pow(10, draws.below(580) - 300);
            default -> draws.truth();
        };
    }

    private static String character(Draws draws) {
        return draws.below(4) == 0 ? draws.oneOf(CHARACTERS) : draws.ascii();
    }
}
