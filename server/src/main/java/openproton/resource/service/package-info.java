/// Services: instances in environments and maybe a pipeline, from one template.
/// Start reading at [CreateService], then [ServiceWorkflow].
@Floor(
        number = 3,
        uses = {"provision", "work", "render", "store", "api", "base"})
@NullMarked
package openproton.resource.service;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
