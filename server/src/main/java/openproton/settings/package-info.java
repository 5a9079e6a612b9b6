/// Where every value comes from: flags, then variables, then `openproton.yaml`, then defaults.
/// Start reading at [Setting], then [Settings].
@Floor(
        number = 6,
        uses = {
            "resource.request",
            "auth.key",
            "provision.aws",
            "provision.cloudformation",
            "provision.terraform",
            "git",
            "render.data",
            "store"
        })
@NullMarked
package openproton.settings;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
