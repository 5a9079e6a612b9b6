/// What Python can do with values: arithmetic, methods, members, items, and the formatting of text.
/// Start reading at [Lookup], then [ValueMethod] and [Arithmetic].
@Floor(
        number = 1,
        uses = {"render", "render.jinja.value"})
@NullMarked
package openproton.render.jinja.operation;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
