/// Deployments: every attempt to bring an environment, instance, pipeline or component where its owner wants it.
/// Start reading at [Phase], then [Deployments], then [Settlement].
@Floor(
        number = 3,
        uses = {"request", "provision", "work", "api", "render.bundle", "render.namespace", "store", "base"})
@NullMarked
package openproton.change;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
