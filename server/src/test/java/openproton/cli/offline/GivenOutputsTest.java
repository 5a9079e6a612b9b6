package openproton.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import openproton.api.Output;
import openproton.render.namespace.ComponentFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenOutputsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void outputsAreReadBySection() throws IOException {
        var outputs = read("""
            environment: {VpcId: vpc-1, Count: 2}
            instances: {blue: {Url: 'http://blue'}}
            components: {blue: {Queue: q}}
            """);

        assertThat(outputs.environment("any").outputs())
                .containsOnly(Map.entry("VpcId", "vpc-1"), Map.entry("Count", "2"));
        assertThat(outputs.instance("blue")).containsOnly(Map.entry("Url", "http://blue"));
        assertThat(outputs.instance("green")).isEmpty();
        assertThat(outputs.component("blue")).contains(new ComponentFacts("blue-component", Map.of("Queue", "q")));
        assertThat(outputs.component("green")).isEmpty();
    }

    @Test
    void aMapWithoutSectionsBelongsToTheEnvironment() throws IOException {
        assertThat(read("{\"VpcId\": \"vpc-1\"}").environmentList())
                .containsExactly(
                        Output.builder().key("VpcId").valueString("vpc-1").build());
    }

    @Test
    void anotherTextThanAMapIsRefusedWithTheFormOfAMap() {
        assertThatThrownBy(() -> read("- VpcId\n"))
                .hasMessage("%s is not a map; expected outputs such as 'environment: {Key: value}'"
                        .formatted(folder.resolve("outputs.yaml")));
    }

    private GivenOutputs read(String text) throws IOException {
        return GivenOutputs.read(Files.writeString(folder.resolve("outputs.yaml"), text));
    }
}
