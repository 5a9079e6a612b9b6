package openproton.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import openproton.render.BundleException;
import openproton.render.bundle.TemplateKind;
import org.junit.jupiter.api.Test;

class OfflineBundleTest {
    private static final Path SPEC = Path.of("spec.yaml");
    private static final OfflineBundle BUNDLE = OfflineBundle.check(
            BundleFolder.read(Path.of("..").toAbsolutePath().normalize().resolve("templates/web-service")),
            Optional.empty(),
            false);

    @Test
    void everyErrorHasItsLineAndItsInstance() {
        var findings = BUNDLE.check(SPEC, """
            proton: ServiceSpec
            pipeline: {}
            instances:
              - name: blue
                environment: staging
                spec:
                  colour: pink
              - name: green
                environment: staging
                spec:
                  port: high
            """);

        assertThat(findings.errors())
                .anySatisfy(error -> assertThat(error).startsWith("spec.yaml, line 7: instance 'blue': input 'colour'"))
                .anySatisfy(
                        error -> assertThat(error).startsWith("spec.yaml, line 11: instance 'green': input 'port'"));
        assertThatThrownBy(findings::requireNoErrors)
                .hasMessage(String.join(System.lineSeparator(), findings.errors()));
    }

    @Test
    void anInputThatTheSchemaDoesNotNameIsAWarning() {
        var findings = BUNDLE.check(SPEC, """
            proton: ServiceSpec
            pipeline: {}
            instances: [{name: blue, environment: staging, spec: {prot: 8081}}]
            """);

        assertThat(findings.errors()).isEmpty();
        assertThat(findings.warnings()).singleElement().asString().contains("line 3", "did you mean 'port'?");
    }

    @Test
    void aGivenKindComesBeforeTheFolders() {
        var folder =
                BundleFolder.read(Path.of("..").toAbsolutePath().normalize().resolve("templates/web-service"));

        assertThatThrownBy(() -> OfflineBundle.check(folder, Optional.of(TemplateKind.ENVIRONMENT), false))
                .isInstanceOf(BundleException.class);
    }
}
