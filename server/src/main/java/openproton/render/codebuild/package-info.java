/// The files for the build of a CodeBuild bundle, and the outputs that it leaves.
/// Start reading at [CodeBuildFiles], then [BuildOutputs].
@Floor(
        number = 1,
        uses = {"render", "render.bundle", "render.namespace", "base"})
@NullMarked
package openproton.render.codebuild;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
