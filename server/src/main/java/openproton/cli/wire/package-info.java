/// The client of the wire API: where the server is, who calls it, and signed calls of its operations.
/// Start reading at [ServerClient], then [EndpointSearch].
@Floor(
        number = 5,
        uses = {"cli.terminal", "api", "api.signing", "render.bundle", "base"})
@NullMarked
package openproton.cli.wire;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
