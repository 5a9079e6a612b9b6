package openproton.cli;

import java.util.List;
import openproton.render.TemplateEngine;
import openproton.render.spec.EnvironmentSpec;
import openproton.render.spec.ServiceSpec;

/// Renders the text of a spec, whichever kind it is.
record RenderedSpec(OfflineBundle checked, TemplateEngine jinja, KnownOutputs known) {

    List<Preview.Rendered> of(String name, String spec) {
        var preview = new Preview(checked.bundle(), jinja, known);
        return switch (checked.kind()) {
            case ENVIRONMENT -> preview.environment(name, EnvironmentSpec.parse(spec));
            case SERVICE -> preview.service(name, ServiceSpec.parse(spec));
        };
    }
}
