/// The inputs of a template, with their defaults and limits.
/// Start reading at [TemplateSchema], then [InputType].
@Floor(
        number = 1,
        uses = {"render", "render.data", "base"})
@NullMarked
package openproton.render.schema;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
