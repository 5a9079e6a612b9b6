/// The Proton resources and their operations, one folder for each.
/// Start reading at [Operations].
@Floor(
        number = 3,
        uses = {"provision", "work", "render", "git", "store", "api", "base"})
@NullMarked
package openproton.resource;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
