/// What the conditions of policies may ask of resources.
/// Start reading at [Conditions].
@Floor(
        number = 3,
        uses = {"store", "api", "base"})
@NullMarked
package openproton.resource.condition;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
