package openproton.resource.preview;

import java.util.List;
import openproton.api.Operation;
import openproton.render.TemplateEngine;
import openproton.resource.deployment.Orders;
import openproton.resource.template.Versions;

/// The operations that tell what deployments would do.
public record PreviewOperations(Rehearsals rehearsals, Versions versions, Orders orders, TemplateEngine jinja) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(
                new RenderTemplate(rehearsals.database(), versions, orders.blueprints(), jinja),
                new PlanDeployment(rehearsals.database(), rehearsals, orders));
    }
}
