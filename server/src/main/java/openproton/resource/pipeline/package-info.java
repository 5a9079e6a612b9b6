/// Service pipelines: what builds and delivers a service.
/// Start reading at [UpdateServicePipeline].
@Floor(
        number = 3,
        uses = {
            "change",
            "request",
            "resource.deployment",
            "resource.service",
            "resource.template",
            "resource.template.version",
            "api",
            "render.spec",
            "store"
        })
@NullMarked
package openproton.resource.pipeline;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
