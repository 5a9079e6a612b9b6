/// The operations on deployments, and how deployments are shown.
/// Start reading at [DeploymentViews].
@Floor(
        number = 3,
        uses = {"provision", "work", "render", "store", "api", "base"})
@NullMarked
package openproton.resource.deployment;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
