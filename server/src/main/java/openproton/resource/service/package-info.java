/// Services: instances in environments and maybe a pipeline, from one template.
/// Start reading at [CreateService], then [ServiceWorkflow].
@Floor(
        number = 3,
        uses = {
            "resource.account",
            "resource.deployment",
            "resource.environment",
            "resource.request",
            "resource.tag",
            "resource.template",
            "work",
            "api",
            "render.bundle",
            "render.namespace",
            "render.schema",
            "render.spec",
            "store"
        })
@NullMarked
package openproton.resource.service;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
