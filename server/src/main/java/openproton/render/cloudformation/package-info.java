/// CloudFormation templates: rendered from a bundle, read into one plain form, and checked without asking AWS.
/// Start reading at [CloudFormationFiles], then [StackTemplate], then [StackCheck].
@Floor(
        number = 1,
        uses = {"render", "render.bundle", "render.data", "render.namespace", "base"})
@NullMarked
package openproton.render.cloudformation;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
