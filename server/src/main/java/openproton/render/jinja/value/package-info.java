/// The values of a template, as Python has them. No object of the program is reachable from here.
/// Start reading at [Value], then [Printed], then [ValueComparison].
@Floor(
        number = 1,
        uses = {"render"})
@NullMarked
package openproton.render.jinja.value;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
