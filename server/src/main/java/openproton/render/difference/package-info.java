/// How two sets of files differ, for people.
/// Start reading at [UnifiedDifference].
@Floor(
        number = 1,
        uses = {"base"})
@NullMarked
package openproton.render.difference;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
