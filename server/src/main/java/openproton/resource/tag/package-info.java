/// Tags: what customers label their resources with, and the managed tags that say where a resource belongs.
/// Start reading at [Tags].
@Floor(
        number = 3,
        uses = {"resource.request", "api", "store", "base"})
@NullMarked
package openproton.resource.tag;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
