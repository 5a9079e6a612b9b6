/// HTTP in and out: the door, and the handlers of the API, of Terraform states and of webhooks; health, metrics and the
/// access log. Start reading at [HttpDoor], then [ApiHandler].
@Floor(
        number = 4,
        uses = {"server.gate", "auth", "auth.credential", "api", "api.signing", "api.state", "api.webhook", "base"})
@NullMarked
package openproton.server;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
