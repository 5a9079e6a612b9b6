/// Templates and their versions, of environments and of services: the bundles that administrators register.
/// Start reading at [Templates], then [Versions], then [RegisterWorkflow].
@Floor(
        number = 3,
        uses = {"request", "resource.tag", "api", "store"})
@NullMarked
package openproton.resource.template;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
