/// Environments: shared infrastructure that services are deployed to.
/// Start reading at [CreateEnvironment].
@Floor(
        number = 3,
        uses = {"provision", "work", "render", "store", "api", "base"})
@NullMarked
package openproton.resource.environment;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
