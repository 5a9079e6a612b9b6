/// `openproton quickstart`: starts a server and shows the whole product on sample templates.
/// Start reading at [QuickstartCommand], then [Quickstart], then [SelfManagedQuickstart].
@Floor(
        number = 5,
        uses = {
            "cli.command.deploy",
            "cli.command.template",
            "cli.follow",
            "cli.offline",
            "cli.terminal",
            "cli.wire",
            "api",
            "render.bundle",
            "render.spec",
            "base"
        })
@NullMarked
package openproton.cli.tour;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
