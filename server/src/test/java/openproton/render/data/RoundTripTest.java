package openproton.render.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import openproton.base.DataException;
import openproton.base.Json;

class RoundTripTest {
    private static final YamlLimits LIMITS = YamlLimits.ofCharacters(10_000_000);

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void yamlGivesBackWhatWasWritten(@ForAll("data") Object data) {
        assertThat(Yaml.read(Yaml.write(data), LIMITS).value()).isEqualTo(data);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void jsonGivesBackWhatWasWritten(@ForAll("data") Object data) {
        assertThat(Json.read(Json.write(data))).isEqualTo(data);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyTextIsReadOrRefusedForPeople(@ForAll String text) {
        try {
            Yaml.read(text, LIMITS);
        } catch (DataException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Example
    void jsonRefusesWhatIsNotOneValue() {
        assertThatThrownBy(() -> Json.read("{\"a\": 1,}"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> Json.read("{\"a\": 1, \"a\": 2}")).hasMessageContaining("Duplicate");
        assertThatThrownBy(() -> Json.read("{} {}")).hasMessageContaining("more text");
        assertThatThrownBy(() -> Json.read("")).hasMessageContaining("empty");
        assertThatThrownBy(() -> Json.read("[".repeat(1_000))).isInstanceOf(DataException.class);
    }

    @Provide
    static Arbitrary<Object> data() {
        return nested(3);
    }

    private static Arbitrary<Object> nested(int levels) {
        if (levels == 0) {
            return scalar();
        }
        var inner = nested(levels - 1);
        return Arbitraries.oneOf(
                scalar(),
                inner.list().ofMaxSize(4).map(Object.class::cast),
                Arbitraries.maps(text(), inner).ofMaxSize(4).map(Object.class::cast));
    }

    private static Arbitrary<Object> scalar() {
        return Arbitraries.oneOf(
                text().map(Object.class::cast),
                Arbitraries.of(
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
                                "\ttab ")
                        .map(Object.class::cast),
                Arbitraries.longs().map(Object.class::cast),
                Arbitraries.bigIntegers()
                        .between(BigInteger.TWO.pow(64), BigInteger.TWO.pow(200))
                        .map(Object.class::cast),
                Arbitraries.doubles().map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast));
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('\n', '\t', 'é', '\u2028', '\u0007', '\u0085')
                .ofMaxLength(20);
    }
}
