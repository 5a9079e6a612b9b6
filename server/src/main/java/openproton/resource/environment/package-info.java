/// Environments: shared infrastructure that services are deployed to.
/// Start reading at [CreateEnvironment].
@Floor(
        number = 3,
        uses = {
            "resource.connection",
            "resource.deployment",
            "resource.repository",
            "resource.request",
            "resource.tag",
            "resource.template",
            "api",
            "render.bundle",
            "render.schema",
            "render.spec",
            "store"
        })
@NullMarked
package openproton.resource.environment;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
