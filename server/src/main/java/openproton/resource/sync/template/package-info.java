/// Templates that follow a branch: a folder for each major version becomes template versions.
/// Start reading at [TemplateSync].
@Floor(
        number = 3,
        uses = {
            "request",
            "resource.repository",
            "resource.sync.follow",
            "resource.template",
            "resource.template.bundle",
            "resource.template.version",
            "work",
            "api",
            "git",
            "render",
            "render.bundle",
            "render.data",
            "store",
            "base"
        })
@NullMarked
package openproton.resource.sync.template;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
