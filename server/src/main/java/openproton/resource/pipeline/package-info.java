/// Service pipelines: what builds and delivers a service.
/// Start reading at [UpdateServicePipeline].
@Floor(
        number = 3,
        uses = {
            "resource.deployment",
            "resource.request",
            "resource.service",
            "resource.template",
            "api",
            "render.spec",
            "store"
        })
@NullMarked
package openproton.resource.pipeline;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
