/// Template bundles: read, checked and turned into what an engine runs. Files in, files out: no clock, no disk.
/// Start reading at [openproton.render.bundle.TemplateBundle], then [openproton.render.schema.InputType],
/// then [openproton.render.codebuild.CodeBuildFiles].
@Floor(number = 1)
@NullMarked
package openproton.render;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
