package openproton.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openproton.api.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputsTextTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void shorthandMayBeGivenAsOftenAsNeeded() {
        assertThat(read("key=Url,valueString=http://127.0.0.1:8081/?a=b", "key=Port,valueString=8081"))
                .containsExactly(output("Url", "http://127.0.0.1:8081/?a=b"), output("Port", "8081"));
    }

    @Test
    void aValueInQuotesKeepsItsCommas() {
        assertThat(read("key=List,valueString=\"a,b=c\"")).containsExactly(output("List", "a,b=c"));
        assertThat(read("key=List,valueString='a,b'")).containsExactly(output("List", "a,b"));
        assertThat(read("key=List,valueString=a\\,b")).containsExactly(output("List", "a,b"));
    }

    @Test
    void aListInJsonIsTaken() {
        assertThat(read("[{\"key\": \"A\", \"valueString\": \"1\"}, {\"key\": \"B\", \"valueString\": \"2\"}]"))
                .containsExactly(output("A", "1"), output("B", "2"));
    }

    @Test
    void oneObjectInJsonIsTakenToo() {
        assertThat(read("{\"key\": \"A\", \"valueString\": \"1\"}")).containsExactly(output("A", "1"));
    }

    @Test
    void aFileIsReadFromTheFolderOfTheCall() throws IOException {
        Files.writeString(folder.resolve("outputs.json"), "[{\"key\": \"A\", \"valueString\": \"1\"}]\n");

        assertThat(read("file://outputs.json")).containsExactly(output("A", "1"));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> read("file://nothing.json")).hasMessageContaining("nothing.json: it does not exist");
        assertThatThrownBy(() -> read("Url=x")).hasMessageContaining("'Url=x' is not an output: expected key=NAME");
        assertThatThrownBy(() -> read("[{\"key\":")).hasMessageContaining("is not valid JSON");
        assertThatThrownBy(() -> read("[1]")).hasMessageContaining("'1' is not an output");
    }

    private List<Output> read(String... texts) {
        return new OutputArguments(folder).read(List.of(texts));
    }

    private static Output output(String key, String value) {
        return Output.builder().key(key).valueString(value).build();
    }
}
