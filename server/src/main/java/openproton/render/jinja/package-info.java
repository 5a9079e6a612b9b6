/// Jinja templates: parsed once, then rendered with plain data, within limits.
/// Start reading at [Jinja], then [Evaluator] for expressions and [Rendering] for statements.
@Floor(
        number = 1,
        uses = {"render", "render.jinja.filter", "render.jinja.operation", "render.jinja.syntax", "render.jinja.value"})
@NullMarked
package openproton.render.jinja;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
