/// What Terraform's `http` backend asks of a server, without HTTP.
/// Start reading at [StateKeeper].
@Floor(
        number = 1,
        uses = {"base"})
@NullMarked
package openproton.api.state;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
