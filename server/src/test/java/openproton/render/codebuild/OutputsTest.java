package openproton.render.codebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import openproton.render.RenderException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputsTest {

    @Test
    void theThreeFormsGiveTheSame() {
        var expected = Map.of("Url", "u", "Port", "80");

        assertThat(Outputs.parse("{\"stack\": {\"Url\": \"u\", \"Port\": 80}}")).isEqualTo(expected);
        assertThat(Outputs.parse("{\"Url\": \"u\", \"Port\": 80}")).isEqualTo(expected);
        assertThat(Outputs.parse(
                        "[{\"key\": \"Url\", \"valueString\": \"u\"}, {\"key\": \"Port\", \"valueString\": 80}]"))
                .isEqualTo(expected);
    }

    @Test
    void severalStacksAreOneSet() {
        assertThat(Outputs.parse("{\"a\": {\"x\": \"1\"}, \"b\": {\"y\": \"2\"}}"))
                .containsExactly(Map.entry("x", "1"), Map.entry("y", "2"));
    }

    @Test
    void leavesThatAreNotStringsBecomeJson() {
        assertThat(Outputs.parse("{\"list\": [1, {\"a\": true}], \"map\": {\"b\": null}, \"truth\": true, \"part\":"
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
        assertThat(Outputs.parse("{}")).isEmpty();
        assertThat(Outputs.parse("[]")).isEmpty();
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
        assertThatThrownBy(() -> Outputs.parse(text))
                .isInstanceOf(RenderException.class)
                .hasMessageStartingWith("proton-outputs.json ");
    }
}
