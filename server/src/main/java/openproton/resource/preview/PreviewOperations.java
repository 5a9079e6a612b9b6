package openproton.resource.preview;

import java.util.List;
import openproton.change.order.Orders;
import openproton.render.TemplateEngine;
import openproton.request.Operation;
import openproton.resource.template.version.RegisteredVersions;
import openproton.resource.template.version.Versions;

/// The operations that tell what deployments would do.
public record PreviewOperations(Updates updates, Versions versions, Orders orders, TemplateEngine jinja) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(
                new RenderTemplate(versions, new RegisteredVersions(versions), jinja),
                new PlanDeployment(updates, orders));
    }
}
