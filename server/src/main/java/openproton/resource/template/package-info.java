/// Templates and their versions, of environments and of services: the bundles that administrators register.
/// Start reading at [Templates], then [Versions], then [RegisterWorkflow].
@Floor(
        number = 3,
        uses = {
            "resource.request",
            "resource.tag",
            "provision.aws",
            "work",
            "api",
            "render",
            "render.bundle",
            "render.preview",
            "render.schema",
            "store",
            "base"
        })
@NullMarked
package openproton.resource.template;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
