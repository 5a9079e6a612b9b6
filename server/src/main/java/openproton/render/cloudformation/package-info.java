/// CloudFormation templates: rendered from a bundle, read and checked.
/// Start reading at [CloudFormationFiles].
@Floor(
        number = 1,
        uses = {"base"})
@NullMarked
package openproton.render.cloudformation;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
