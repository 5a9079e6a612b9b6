/// `openproton deploy`: creates environments and services, or updates them to a spec and a version.
/// Start reading at [DeployEnvironmentCommand], then [ServiceUpdate].
@Floor(
        number = 5,
        uses = {"api", "base", "cli.command", "cli.follow", "cli.terminal", "cli.wire", "render.bundle", "render.spec"})
@NullMarked
package openproton.cli.command.deploy;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
