/// The Terraform engine: plans and applies Terraform bundles in builds on this machine.
/// Start reading at [TerraformEngine], then [Recipe].
@Floor(
        number = 2,
        uses = {"provision", "provision.command", "base"})
@NullMarked
package openproton.provision.terraform;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
