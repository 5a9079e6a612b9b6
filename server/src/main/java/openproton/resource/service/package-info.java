/// Services: instances in environments and maybe a pipeline, from one template.
/// Start reading at [CreateService], then [ServiceWorkflow].
@Floor(
        number = 3,
        uses = {
            "change",
            "change.order",
            "request",
            "resource.account",
            "resource.environment",
            "resource.tag",
            "resource.template",
            "resource.template.version",
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
