/// Templates that follow a branch: a folder for each major version becomes template versions.
/// Start reading at [TemplateSync].
@Floor(
        number = 3,
        uses = {"store", "api", "base"})
@NullMarked
package openproton.resource.sync.template;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
