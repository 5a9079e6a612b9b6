/// What the deployments of a spec would run, found out without any of them.
/// Start reading at [Preview].
@Floor(
        number = 1,
        uses = {
            "render",
            "render.bundle",
            "render.cloudformation",
            "render.codebuild",
            "render.namespace",
            "render.schema",
            "render.spec",
            "render.terraform",
            "base"
        })
@NullMarked
package openproton.render.preview;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
