/// The files of Terraform: what a bundle brings, and what tells it about its resource.
/// Start reading at [TerraformFiles].
@Floor(
        number = 1,
        uses = {"render.bundle", "render.namespace", "base"})
@NullMarked
package openproton.render.terraform;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
