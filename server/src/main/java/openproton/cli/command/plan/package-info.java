/// `openproton plan`: shows what an update would change, by the server or by a bundle folder that is not registered.
/// Start reading at [PlanCommand], then [BundlePlan].
@Floor(
        number = 5,
        uses = {
            "cli.command",
            "cli.follow",
            "cli.offline",
            "cli.terminal",
            "cli.wire",
            "api",
            "render",
            "render.bundle",
            "render.difference",
            "render.namespace",
            "render.preview",
            "render.spec",
            "base"
        })
@NullMarked
package openproton.cli.command.plan;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
