/// Engines that turn rendered files into infrastructure. They know files, commands and clouds, not Proton's resources.
/// Start reading at [Engine], then [Progress]; what the polling engines share is in `polled`.
@Floor(
        number = 2,
        uses = {"base"})
@NullMarked
package openproton.provision;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
