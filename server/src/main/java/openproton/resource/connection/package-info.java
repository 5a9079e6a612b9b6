/// Connections between accounts: environments of one account are provisioned in another.
/// Start reading at [CreateEnvironmentAccountConnection].
@Floor(
        number = 3,
        uses = {"resource.request", "resource.tag", "api", "store", "base"})
@NullMarked
package openproton.resource.connection;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
