/// The operations on deployments, and how deployments are shown.
/// Start reading at [DeploymentViews].
@Floor(
        number = 3,
        uses = {"change", "change.order", "request", "provision", "api", "render.bundle", "store", "base"})
@NullMarked
package openproton.resource.deployment;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
