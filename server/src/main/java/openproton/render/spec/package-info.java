/// What a user writes to deploy a template: the specs of environments and services.
/// Start reading at [ServiceSpec], then [EnvironmentSpec].
@Floor(
        number = 1,
        uses = {"render.data", "base"})
@NullMarked
package openproton.render.spec;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
