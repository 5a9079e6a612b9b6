/// Environments: shared infrastructure that services are deployed to.
/// Start reading at [CreateEnvironment].
@Floor(
        number = 3,
        uses = {
            "change",
            "change.order",
            "request",
            "resource.account",
            "resource.connection",
            "resource.deployment",
            "resource.repository",
            "resource.tag",
            "resource.template",
            "resource.template.version",
            "provision",
            "api",
            "git",
            "render.bundle",
            "render.schema",
            "render.spec",
            "store"
        })
@NullMarked
package openproton.resource.environment;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
