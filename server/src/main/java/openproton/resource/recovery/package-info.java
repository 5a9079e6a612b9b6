/// The ways out of what went wrong: going back to an earlier deployment, and, as the last resort, taking resources off
/// the books whose infrastructure cannot be removed. Start reading at [RollbackDeployment], then [ForceDelete].
@Floor(
        number = 3,
        uses = {"resource.deployment", "resource.request", "resource.service", "api", "store"})
@NullMarked
package openproton.resource.recovery;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
