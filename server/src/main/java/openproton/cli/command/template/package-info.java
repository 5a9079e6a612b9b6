/// `openproton template`: checks, renders, tests and registers bundles.
/// Start reading at [PushCommand], then [TemplatePush].
@Floor(
        number = 5,
        uses = {
            "cli.command",
            "cli.offline",
            "cli.terminal",
            "cli.wire",
            "api",
            "render",
            "render.bundle",
            "render.codebuild",
            "render.preview",
            "base"
        })
@NullMarked
package openproton.cli.command.template;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
