/// The data that a template can read while it is rendered.
/// Start reading at [Namespace].
@Floor(number = 1)
@NullMarked
package openproton.render.namespace;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
