/// The last resort: taking resources off the books whose infrastructure cannot be removed.
/// Start reading at [ForceDelete].
@Floor(
        number = 3,
        uses = {"provision", "work", "render", "store", "api", "base"})
@NullMarked
package openproton.resource.removal;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
