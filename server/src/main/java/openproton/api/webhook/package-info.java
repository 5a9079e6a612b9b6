/// The contract for the notices of git hosts about pushes and pull requests, without HTTP.
/// Start reading at [WebhookReceiver].
@Floor(number = 1)
@NullMarked
package openproton.api.webhook;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
