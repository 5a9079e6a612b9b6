/// The `openproton` command: a client of the wire API for people, and what can be done with a bundle offline.
///
/// It uses `render` besides the wire, because `template validate`, `render`, `test` and `plan --bundle` show what
/// a deployment would run before anything is registered.
/// Start reading at [CommandTree], then [ApiClient], then [Follower].
@Floor(
        number = 5,
        uses = {
            "api",
            "api.signing",
            "render",
            "render.bundle",
            "render.cloudformation",
            "render.codebuild",
            "render.data",
            "render.difference",
            "render.namespace",
            "render.preview",
            "render.schema",
            "render.spec",
            "base"
        })
@NullMarked
package openproton.cli;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
