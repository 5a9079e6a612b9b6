package openproton.render.codebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import openproton.render.RenderException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildOutputsTest {

    @Test
    void theThreeFormsGiveTheSame() {
        var expected = Map.of("Url", "u", "Port", "80");

        assertThat(BuildOutputs.parse("{\"stack\": {\"Url\": \"u\", \"Port\": 80}}"))
                .isEqualTo(expected);
        assertThat(BuildOutputs.parse("{\"Url\": \"u\", \"Port\": 80}")).isEqualTo(expected);
        assertThat(BuildOutputs.parse(
                        "[{\"key\": \"Url\", \"valueString\": \"u\"}, {\"key\": \"Port\", \"valueString\": 80}]"))
                .isEqualTo(expected);
    }

    @Test
    void severalStacksAreOneSet() {
        assertThat(BuildOutputs.parse("{\"a\": {\"x\": \"1\"}, \"b\": {\"y\": \"2\"}}"))
                .containsExactly(Map.entry("x", "1"), Map.entry("y", "2"));
    }

    @Test
    void leavesThatAreNotStringsBecomeJson() {
        assertThat(BuildOutputs.parse(
                        "{\"list\": [1, {\"a\": true}], \"map\": {\"b\": null}, \"truth\": true, \"part\":"
                                + " 1.5, \"text\": \"\"}"))
                .containsExactly(
                        Map.entry("list", "[1,{\"a\":true}]"),
                        Map.entry("map", "{\"b\":null}"),
                        Map.entry("truth", "true"),
                        Map.entry("part", "1.5"),
                        Map.entry("text", ""));
    }

    @Test
    void noOutputsAreNoOutputs() {
        assertThat(BuildOutputs.parse("{}")).isEmpty();
        assertThat(BuildOutputs.parse("[]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "1",
                "null",
                "\"a\"",
                "{",
                "[1]",
                "[{\"key\": \"a\"}]",
                "[{\"valueString\": \"a\"}]",
                "{} {}"
            })
    void otherContentIsRefused(String text) {
        assertThatThrownBy(() -> BuildOutputs.parse(text))
                .isInstanceOf(RenderException.class)
                .hasMessageStartingWith("proton-outputs.json ");
    }
}
