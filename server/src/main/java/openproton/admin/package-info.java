/// The commands of the owner of an installation, who needs its data folder instead of an access key: serve, keys and
/// accounts. Start reading at [AdminCommands], then [ServeCommand].
@Floor(
        number = 6,
        uses = {"settings", "cli", "auth.key", "auth.policy", "store", "base"})
@NullMarked
package openproton.admin;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
