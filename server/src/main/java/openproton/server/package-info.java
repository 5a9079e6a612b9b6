/// HTTP in and out: the gates that every request passes, AWS JSON 1.0, error answers, health and metrics.
/// Start reading at [HttpDoor], then [Gates], then [AwsJson].
@Floor(
        number = 4,
        uses = {"auth", "api", "base"})
@NullMarked
package openproton.server;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
