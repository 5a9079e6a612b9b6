package openproton.cli.command.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import openproton.api.DeploymentUpdateType;
import openproton.cli.wire.CallerCredentials;
import openproton.cli.wire.Endpoint;
import openproton.cli.wire.ServerClient;
import openproton.cli.wire.TemplateCalls;
import openproton.cli.wire.VersionInUse;
import openproton.cli.wire.VersionMove;
import openproton.render.bundle.TemplateKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class UpdateOptionsTest {
    private static final VersionInUse IN_USE = new VersionInUse("web", "1", "1");
    private static final TemplateCalls NO_CALLS = new TemplateCalls(
            new ServerClient(
                    new Endpoint(
                            URI.create("http://127.0.0.1:1"), "r", new CallerCredentials("A", "s", Optional.empty())),
                    () -> Instant.EPOCH),
            TemplateKind.SERVICE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''              | CURRENT_VERSION |   |
        --minor         | MINOR_VERSION   |   |
        --major         | MAJOR_VERSION   |   |
        --major=3       | MAJOR_VERSION   | 3 |
        --version=1.1   | CURRENT_VERSION |   |
        --version=1.4   | MINOR_VERSION   | 1 | 4
        --version=2.0   | MAJOR_VERSION   | 2 | 0
        """)
    void eachOptionIsAMoveOfTheApi(String option, DeploymentUpdateType type, String major, String minor) {
        assertThat(options(option).move(Optional.of(IN_USE), NO_CALLS))
                .isEqualTo(new VersionMove(type, Optional.ofNullable(major), Optional.ofNullable(minor)));
    }

    @Test
    void aVersionNeedsBothNumbers() {
        assertThatThrownBy(() -> options("--version=2").move(Optional.of(IN_USE), NO_CALLS))
                .hasMessage("--version takes MAJOR.MINOR, such as 1.2, not '2'");
    }

    @Test
    void withoutAnOptionNoUpdateIsGiven() {
        assertThat(options("").isGiven()).isFalse();
        assertThat(options("--major").isGiven()).isTrue();
    }

    private static UpdateOptions options(String option) {
        return CommandLine.populateCommand(
                new UpdateOptions(), option.isEmpty() ? new String[0] : new String[] {option});
    }
}
