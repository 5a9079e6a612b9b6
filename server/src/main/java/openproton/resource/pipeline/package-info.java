/// Service pipelines: what builds and delivers a service.
/// Start reading at [UpdateServicePipeline].
@Floor(
        number = 3,
        uses = {"provision", "work", "render", "store", "api", "base"})
@NullMarked
package openproton.resource.pipeline;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
