/// Engines that turn rendered files into infrastructure. They know files, commands and clouds, not Proton's resources.
/// Start reading at [Engine], then [Progress]; what the engines share that wait for somebody else is in `watched`.
@Floor(
        number = 2,
        uses = {"base"})
@NullMarked
package openproton.provision;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
