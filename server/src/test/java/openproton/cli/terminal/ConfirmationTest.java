package openproton.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ConfirmationTest {
    @Test
    void withoutATerminalTheCommandEndsAndNamesTheFlag() {
        var confirmation = new Confirmation("Delete service 'shop'?", "delete service 'shop'");

        assertThatThrownBy(confirmation::isGiven)
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessage("cannot ask for confirmation without a terminal; add --yes to delete service 'shop'");
    }
}
