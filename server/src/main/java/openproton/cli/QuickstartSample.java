package openproton.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openproton.render.spec.EnvironmentSpec;
import openproton.render.spec.InstanceSpec;
import openproton.render.spec.ServiceSpec;

/// What the quickstart deploys.
///
/// @param sites where pages are kept, absolute
record QuickstartSample(Path sites) {
    static final String ENVIRONMENT_TEMPLATE = "web-environment";
    static final String SERVICE_TEMPLATE = "web-service";
    static final String ENVIRONMENT = "quickstart";
    static final String SERVICE = "hello";

    private static final int BASE_PORT = 8081;

    String environmentSpec() {
        var inputs = new LinkedHashMap<String, Object>();
        inputs.put("display_name", "Quickstart");
        inputs.put("base_port", BASE_PORT);
        inputs.put("state_directory", sites.toString());
        return new EnvironmentSpec(inputs).toYaml();
    }

    /// Two instances on ports that are free now.
    String serviceSpec() {
        int blue = WebPage.freePort(BASE_PORT, Set.of());
        int green = WebPage.freePort(blue + 1, Set.of());
        return new ServiceSpec(
                        List.of(instance("blue", blue), instance("green", green)),
                        Optional.of(Map.of("report_title", "Build report of the quickstart")))
                .toYaml();
    }

    private static InstanceSpec instance(String name, int port) {
        var inputs = new LinkedHashMap<String, Object>();
        inputs.put("title", "Hello from " + name);
        inputs.put("message", "This page was deployed by OpenProton from the template web-service.");
        inputs.put("colour", name);
        inputs.put("port", port);
        return new InstanceSpec(name, ENVIRONMENT, inputs);
    }
}
