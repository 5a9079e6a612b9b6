/// Service instances: a service in one environment.
/// Start reading at [UpdateServiceInstance].
@Floor(
        number = 3,
        uses = {
            "resource.deployment",
            "resource.request",
            "resource.service",
            "resource.template",
            "work",
            "api",
            "render.spec",
            "store"
        })
@NullMarked
package openproton.resource.instance;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
