package openproton.resource.preview;

import java.util.List;
import openproton.render.TemplateEngine;
import openproton.request.Operation;
import openproton.resource.deployment.Orders;
import openproton.resource.template.Versions;

/// The operations that tell what deployments would do.
public record PreviewOperations(Updates updates, Versions versions, Orders orders, TemplateEngine jinja) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(new RenderTemplate(versions, orders.blueprints(), jinja), new PlanDeployment(updates, orders));
    }
}
