package openproton.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import openproton.api.DeploymentUpdateType;
import openproton.render.bundle.TemplateKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionMoveTest {
    private static final VersionInUse IN_USE = new VersionInUse("web", "1", "1");

    private final AnsweringServer server;

    VersionMoveTest() throws IOException {
        server = new AnsweringServer();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "web:1.1,CURRENT_VERSION,,",
        "web:1.2,MINOR_VERSION,1,2",
        "web:2,MAJOR_VERSION,2,",
        "web:2.3,MAJOR_VERSION,2,3"
    })
    void theKindOfTheUpdateFollowsFromTheVersions(
            String wanted, DeploymentUpdateType type, String major, String minor) {
        assertThat(move(wanted))
                .isEqualTo(new VersionMove(type, Optional.ofNullable(major), Optional.ofNullable(minor)));
    }

    @Test
    void withoutAMinorVersionTheServerSaysWhichOneIsRecommended() {
        server.answering(version("2"), version("1"));

        assertThat(move("web"))
                .isEqualTo(new VersionMove(DeploymentUpdateType.MINOR_VERSION, Optional.of("1"), Optional.of("2")));
        assertThat(move("web:1").changesVersion()).isFalse();
    }

    private VersionMove move(String wanted) {
        return VersionMove.to(
                TemplateReference.parse(wanted), IN_USE, new TemplateCalls(server.client(), TemplateKind.SERVICE));
    }

    private static String version(String recommended) {
        return "{\"serviceTemplateVersion\": {\"majorVersion\": \"1\", \"minorVersion\": \"1\", \"status\": \"PUBLISHED\", \"recommendedMinorVersion\": \"%s\"}}"
                .formatted(recommended);
    }
}
