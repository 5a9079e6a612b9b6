/// Deployments: every attempt to bring an environment, instance or pipeline where its owner wants it.
/// Start reading at [Phase], then [Deployments], then [DeployWorkflow].
@Floor(
        number = 3,
        uses = {"provision", "work", "render", "store", "api", "base"})
@NullMarked
package openproton.resource.deployment;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
