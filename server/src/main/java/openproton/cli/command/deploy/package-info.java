/// `openproton deploy`: creates environments and services, or updates them to a spec and a version.
/// Start reading at [DeployEnvironmentCommand], then [ServiceUpdate].
@Floor(
        number = 5,
        uses = {"cli.command", "cli.follow", "cli.terminal", "cli.wire", "api", "render.bundle", "render.spec", "base"})
@NullMarked
package openproton.cli.command.deploy;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
