/// What deployments would run and change, before anything happens.
/// Start reading at [PlanDeployment].
@Floor(
        number = 3,
        uses = {"provision", "work", "render", "store", "api", "base"})
@NullMarked
package openproton.resource.preview;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
