/// What every command stands on: the terminal it writes to, the files it is given, and how it ends.
/// Start reading at [CommandContext], then [CommandFailure].
@Floor(
        number = 5,
        uses = {"base"})
@NullMarked
package openproton.cli.terminal;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
