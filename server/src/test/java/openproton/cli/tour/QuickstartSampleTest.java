package openproton.cli.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import openproton.cli.offline.BundleFolder;
import openproton.cli.offline.OfflineBundle;
import openproton.render.spec.ServiceSpec;
import org.junit.jupiter.api.Test;

class QuickstartSampleTest {
    private final QuickstartSample sample = new QuickstartSample(Path.of("/data/quickstart"));

    @Test
    void theInstancesListenOnDifferentPorts() {
        var ports = ServiceSpec.parse(sample.serviceSpec()).instances().stream()
                .map(instance -> instance.inputs().get("port"))
                .toList();

        assertThat(ports).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void theSpecsFitTheSampleTemplates() {
        Path templates = Path.of("..").toAbsolutePath().normalize().resolve("templates");

        assertThat(errors(templates.resolve("web-environment"), sample.environmentSpec()))
                .isEmpty();
        assertThat(errors(templates.resolve("web-service"), sample.serviceSpec()))
                .isEmpty();
    }

    private static List<String> errors(Path template, String spec) {
        return OfflineBundle.check(BundleFolder.read(template), Optional.empty(), false)
                .check(Path.of("spec.yaml"), spec)
                .errors();
    }
}
