/// What the conditions of policies may ask of resources.
/// Start reading at [Conditions].
@Floor(
        number = 3,
        uses = {"change", "request", "resource.service", "resource.tag", "resource.template", "api", "store", "base"})
@NullMarked
package openproton.resource.condition;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
