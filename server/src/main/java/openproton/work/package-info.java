/// Durable work: each job that must survive a restart is a row. Knows steps and time, not deployments.
/// Start reading at [Workflow], then [Worker].
@Floor(
        number = 2,
        uses = {"store"})
@NullMarked
package openproton.work;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
