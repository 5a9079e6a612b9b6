package openproton.render.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import openproton.base.DataException;
import openproton.base.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {
    private static final YamlLimits LIMITS = YamlLimits.ofCharacters(51_200);

    @Test
    void scalarsKeepTheTypeThatWasWritten() {
        var value = read("""
            string: "80"
            integer: 80
            huge: 123456789012345678901234567890
            fraction: 1.5
            truth: true
            word: yes
            version: 1.2.3
            nothing:
            """);

        assertThat(Json.write(value))
                .isEqualTo("{\"string\":\"80\",\"integer\":80,\"huge\":123456789012345678901234567890,\"fraction\":1.5,"
                        + "\"truth\":true,\"word\":\"yes\",\"version\":\"1.2.3\",\"nothing\":null}");
    }

    @Test
    void keysKeepTheirOrder() {
        assertThat(Json.write(read("z: 1\na: 2\nm: 3"))).isEqualTo("{\"z\":1,\"a\":2,\"m\":3}");
    }

    @Test
    void readingAsWrittenKeepsTheSourceTextOfNumbers() {
        assertThat(Yaml.readAsWritten("python: 3.10", LIMITS).value()).isEqualTo(Map.of("python", "3.10"));
    }

    @Test
    void aliasesRepeatWhatTheyName() {
        assertThat(read("a: &x [1, 2]\nb: *x")).isEqualTo(Map.of("a", List.of(1L, 2L), "b", List.of(1L, 2L)));
    }

    @Test
    void anEmptyTextIsNull() {
        assertThat(read("")).isNull();
        assertThat(read("# only a comment")).isNull();
    }

    @Test
    void placesAreKnownByPath() {
        var document = Yaml.read("a:\n  - b: 1\n  - c: 2\n", LIMITS);

        assertThat(document.place("a", 1, "c")).isEqualTo("line 3");
        assertThat(document.place("a", 1, "missing")).isEqualTo("line 3");
        assertThat(document.place("a")).isEqualTo("line 1");
    }

    @Test
    void aDuplicateKeyIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> read("a: 1\nb: 2\na: 3"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("line 3, column 1: the key 'a' is there twice")
                .hasMessageContaining("^");
    }

    @Test
    void brokenYamlIsShownWithLineColumnAndCaret() {
        assertThatThrownBy(() -> read("a: 1\nb: [1, 2\nc: 3"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("^");
    }

    @Test
    void anUnquotedPlaceholderIsExplained() {
        assertThatThrownBy(() -> read("a: {{ x }}")).hasMessageContaining("put text with {{ }} in quotes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!java.net.URL x",
                "!!binary aGk=",
                "!local x",
                "a: !!set {x, y}",
                "!!timestamp 2001-01-01",
                "!Ref x"
            })
    void tagsOutsideOfPlainDataAreRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(DataException.class).hasMessageContaining("tag");
    }

    @ParameterizedTest
    @ValueSource(strings = {".inf", "-.inf", ".nan", "1e999"})
    void numbersThatJsonCannotHoldAreRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(DataException.class).hasMessageContaining("put it in quotes");
    }

    @Test
    void aSecondDocumentIsRefused() {
        assertThatThrownBy(() -> read("a: 1\n---\nb: 2")).hasMessageContaining("second document");
    }

    @Test
    void aTextOverTheLimitIsRefusedUnread() {
        assertThatThrownBy(() -> read("a".repeat(51_201))).hasMessageContaining("51,201 characters");
    }

    @Test
    void anAliasBombIsRefusedBeforeItGrows() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 12; level++) {
            String before = "*a" + (level - 1);
            bomb.append("a%d: &a%d [%s]\n".formatted(level, level, String.join(", ", Collections.nCopies(10, before))));
        }

        assertThatThrownBy(() -> read(bomb.toString())).hasMessageContaining("more than 50,000 values");
    }

    @Test
    void aSelfReferringAliasIsRefused() {
        assertThatThrownBy(() -> read("a: &a [*a]")).hasMessageContaining("alias");
    }

    @ParameterizedTest
    @ValueSource(ints = {34, 1_000, 25_000})
    void deepNestingIsRefused(int depth) {
        assertThatThrownBy(() -> read("[".repeat(depth) + "]".repeat(depth))).hasMessageContaining("levels deep");
    }

    @Test
    void nestingThroughAliasesIsRefusedToo() {
        var chain = new StringBuilder("a0: &a0 [1]\n");
        for (int level = 1; level < 100; level++) {
            chain.append("a%d: &a%d [*a%d]\n".formatted(level, level, level - 1));
        }

        assertThatThrownBy(() -> read(chain.toString())).hasMessageContaining("levels deep");
    }

    private static @Nullable Object read(String text) {
        return Yaml.read(text, LIMITS).value();
    }
}
