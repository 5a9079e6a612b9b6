/// The files for Terraform: those of a bundle, variables, and metadata.
/// Start reading at [TerraformFiles].
@Floor(
        number = 1,
        uses = {"render.bundle", "render.namespace", "base"})
@NullMarked
package openproton.render.terraform;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
