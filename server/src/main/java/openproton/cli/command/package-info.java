/// The commands on what is deployed already, and the options that several commands share.
/// Start reading at [StatusCommand], then [EndpointOptions].
@Floor(
        number = 5,
        uses = {"cli.follow", "cli.terminal", "cli.wire", "api", "base"})
@NullMarked
package openproton.cli.command;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
