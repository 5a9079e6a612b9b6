/// The gates that every request of the API passes, in order, and the answer behind the last one.
/// Start reading at [Gates].
@Floor(
        number = 4,
        uses = {"auth", "auth.permission", "auth.signature", "api", "api.signing", "base"})
@NullMarked
package openproton.server.gate;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
