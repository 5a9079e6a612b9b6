/// The commands on what is deployed already, and the options that several commands share.
/// Start reading at [StatusCommand], then [EndpointOptions].
@Floor(
        number = 5,
        uses = {"api", "base", "cli.follow", "cli.terminal", "cli.wire"})
@NullMarked
package openproton.cli.command;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
