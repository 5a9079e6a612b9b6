/// Versions of templates: numbers, registration, publication, and which one a request means.
/// Start reading at [Versions], then [RegisterWorkflow].
@Floor(
        number = 3,
        uses = {
            "change",
            "change.order",
            "request",
            "resource.tag",
            "resource.template",
            "resource.template.bundle",
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
package openproton.resource.template.version;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
