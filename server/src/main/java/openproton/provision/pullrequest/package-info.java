/// The pull-request engine: proposes rendered files to a repository, and follows what people and their
/// automation do with the proposal. Start reading at [PullRequestEngine], then [Course], then [ResourceFolder].
@Floor(
        number = 2,
        uses = {"provision", "provision.watched", "git", "git.host", "base"})
@NullMarked
package openproton.provision.pullrequest;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
