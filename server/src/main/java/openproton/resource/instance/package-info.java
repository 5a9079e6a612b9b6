/// Service instances: a service in one environment.
/// Start reading at [UpdateServiceInstance].
@Floor(
        number = 3,
        uses = {
            "change",
            "request",
            "resource.deployment",
            "resource.service",
            "resource.template",
            "resource.template.version",
            "work",
            "api",
            "render.spec",
            "store"
        })
@NullMarked
package openproton.resource.instance;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
