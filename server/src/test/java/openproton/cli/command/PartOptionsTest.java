package openproton.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import openproton.cli.follow.ServiceTarget;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class PartOptionsTest {
    private static final ServiceTarget SHOP = new ServiceTarget("shop");
    private static final List<String> PARTS = List.of("instance blue", "instance green", "pipeline");

    @Test
    void withoutAChoiceAllPartsAreMeant() {
        assertThat(choose()).isEqualTo(PARTS);
    }

    @Test
    void anInstanceIsChosenByItsName() {
        assertThat(choose("--instance", "green")).containsExactly("instance green");
    }

    @Test
    void thePipelineIsChosenByAFlag() {
        assertThat(choose("--pipeline")).containsExactly("pipeline");
    }

    @Test
    void aPartThatDoesNotExistIsRefusedWithThoseThatDo() {
        assertThatThrownBy(() -> choose("--instance", "red"))
                .hasMessage("service 'shop' has no instance red; it has instance blue, instance green, pipeline");
    }

    private static List<String> choose(String... arguments) {
        var options = CommandLine.populateCommand(new PartOptions(), arguments);
        return options.choose(SHOP, PARTS, part -> part);
    }
}
