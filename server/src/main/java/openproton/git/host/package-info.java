/// The services of hosts beyond git: pull requests, and signed notices of events.
/// Start reading at [Host], then [ApiHost] and [PlainHost]; notices begin at [WebhookReader].
@Floor(
        number = 1,
        uses = {"git", "base"})
@NullMarked
package openproton.git.host;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
