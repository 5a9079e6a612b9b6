package openproton.cli.tour;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.render.spec.EnvironmentSpec;
import openproton.render.spec.InstanceSpec;
import openproton.render.spec.ServiceSpec;

/// The environment and the service that the quickstart deploys.
///
/// @param sites the folder for the web pages, absolute
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

    /// A spec with two instances, on two ports that are free now.
    String serviceSpec() {
        int blue = FreePort.from(BASE_PORT);
        int green = FreePort.from(blue + 1);
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
