/// Durable work: what must survive a restart is a row here. Knows steps and time, not deployments.
/// Start reading at [Workflow], then [Worker].
@Floor(
        number = 2,
        uses = {"store", "base"})
@NullMarked
package openproton.work;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
