/// What a CodeBuild bundle runs with, and what it leaves behind.
/// Start reading at [CodeBuildFiles], then [Outputs].
@Floor(
        number = 1,
        uses = {"render", "render.bundle", "render.namespace", "base"})
@NullMarked
package openproton.render.codebuild;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
