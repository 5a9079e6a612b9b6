/// Access keys, and the master key that seals their secrets.
/// Start reading at [AccessKeys].
@Floor(
        number = 2,
        uses = {"auth", "auth.policy", "store", "base"})
@NullMarked
package openproton.auth.key;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
