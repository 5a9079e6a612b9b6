/// The values a template works with, and what Python lets one do with them. No object of the program is reachable from
/// here. Start reading at [Value], then [Printed], then [Arithmetic].
@Floor(
        number = 1,
        uses = {"render"})
@NullMarked
package openproton.render.jinja.value;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
