/// Plain data (maps, lists, strings, numbers, booleans, null) read from and written to YAML and JSON, with hard limits.
/// Start reading at [Yaml], then [Json].
@Floor(
        number = 1,
        uses = {"render", "base"})
@NullMarked
package openproton.render.data;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
