/// Components: infrastructure that a developer adds to an environment and attaches to a service instance.
/// Start reading at [ComponentOperations], then [CreateComponent].
@Floor(
        number = 3,
        uses = {
            "resource.deployment",
            "resource.environment",
            "resource.request",
            "resource.tag",
            "resource.template",
            "api",
            "render",
            "render.bundle",
            "render.spec",
            "store"
        })
@NullMarked
package openproton.resource.component;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
