/// The filters and tests of Jinja2 3.1, and Proton's own filters. Start reading at [Filters], then [Tests], then
/// [ProtonFilters].
@Floor(
        number = 1,
        uses = {"render", "render.jinja.operation", "render.jinja.value"})
@NullMarked
package openproton.render.jinja.filter;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
