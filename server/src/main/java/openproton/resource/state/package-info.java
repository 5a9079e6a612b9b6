/// The states of Terraform: every version of them, and who is changing one now.
/// Start reading at [States].
@Floor(
        number = 3,
        uses = {"resource.deployment", "provision", "api.state", "store", "base"})
@NullMarked
package openproton.resource.state;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
