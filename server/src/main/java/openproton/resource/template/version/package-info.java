/// Versions of templates: numbers, registration, publication, and which one a request means.
/// Start reading at [Versions], then [RegisterWorkflow].
@Floor(
        number = 3,
        uses = {"store", "api", "base"})
@NullMarked
package openproton.resource.template.version;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
