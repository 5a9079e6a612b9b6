/// The `openproton` command: a client of the wire API for people, and the work on bundles that needs no server.
///
/// Uses `render` besides the wire API, because `template validate`, `render`, `test` and `plan --bundle` show the
/// result
/// of a deployment before anything is registered.
/// Start reading at [CommandTree], then [openproton.cli.wire.ServerClient], then [openproton.cli.follow.Follower].
@Floor(
        number = 5,
        uses = {
            "cli.command",
            "cli.command.deploy",
            "cli.command.plan",
            "cli.command.template",
            "cli.follow",
            "cli.terminal",
            "cli.tour",
            "cli.wire",
            "api",
            "render",
            "render.bundle",
            "render.spec",
            "base"
        })
@NullMarked
package openproton.cli;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
