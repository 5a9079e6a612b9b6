/// What can be deployed, its status, and its deployments followed to their end with their logs.
/// Start reading at [DeploymentTarget], then [Follower].
@Floor(
        number = 5,
        uses = {"cli.terminal", "cli.wire", "api"})
@NullMarked
package openproton.cli.follow;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
