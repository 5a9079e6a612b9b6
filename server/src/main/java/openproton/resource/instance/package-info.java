/// Service instances: a service in one environment.
/// Start reading at [UpdateServiceInstance].
@Floor(
        number = 3,
        uses = {"provision", "work", "render", "store", "api", "base"})
@NullMarked
package openproton.resource.instance;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
