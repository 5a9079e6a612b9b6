/// The roof: reads the configuration, wires everything in one file, and starts it.
/// Start reading at [House].
@Floor(
        number = 6,
        uses = {"cli", "server", "resource", "auth", "work", "provision", "git", "store", "render", "api", "base"})
@NullMarked
package openproton;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
