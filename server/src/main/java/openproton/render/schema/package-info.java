/// What a template asks of its users: the inputs, their defaults and their limits.
/// Start reading at [TemplateSchema], then [InputType].
@Floor(
        number = 1,
        uses = {"render", "render.data", "base"})
@NullMarked
package openproton.render.schema;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
