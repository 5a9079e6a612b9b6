/// The pull-request engine: pushes rendered files to a branch, opens a pull request, and follows it until people and
/// their automation are done with it.
/// Start reading at [PullRequestEngine], then [PullRequestStage] and [AdvancePullRequest], then [ResourceFolder].
@Floor(
        number = 2,
        uses = {"provision", "provision.polled", "git", "git.host", "base"})
@NullMarked
package openproton.provision.pullrequest;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
