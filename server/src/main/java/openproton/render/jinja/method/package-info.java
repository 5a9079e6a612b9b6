/// What Python lets a template do with a value by a dot or brackets: methods, members, items, and the formatting of
/// text. Start reading at [Lookup], then [ValueMethod], then [TextMethods].
@Floor(
        number = 1,
        uses = {"render", "render.jinja.value"})
@NullMarked
package openproton.render.jinja.method;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
