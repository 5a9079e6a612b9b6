package openproton.provision.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import openproton.provision.Progress;
import org.junit.jupiter.api.Test;

class StackResultFormatTest {
    private final StackResultFormat ending = new StackResultFormat();

    @Test
    void aGoodEndIsKeptWithOutputsAndStack() {
        var stack = new Progress.Resource("AWSProton-x", "arn:aws:cloudformation:x", "CLOUDFORMATION");

        isKeptAs(new Progress.Finished(Map.of("Url", "https://x"), List.of(stack)), """
            {"end":"Finished","outputs":{"Url":"https://x"},\
            "resources":[["AWSProton-x","arn:aws:cloudformation:x","CLOUDFORMATION"]]}\
            """);
    }

    @Test
    void otherEndsAreKeptWithTheirReason() {
        isKeptAs(new Progress.Broken("no rights"), """
            {"end":"Broken","why":"no rights"}\
            """);
        isKeptAs(new Progress.Cancelled(), """
            {"end":"Cancelled"}\
            """);
        assertThatThrownBy(() -> ending.json(new Progress.Running())).hasMessageContaining("has no end");
        assertThatThrownBy(() -> ending.read("{}")).hasMessageContaining("is no end");
    }

    private void isKeptAs(Progress end, String json) {
        assertThat(ending.json(end)).isEqualTo(json);
        assertThat(ending.read(json)).isEqualTo(end);
    }
}
