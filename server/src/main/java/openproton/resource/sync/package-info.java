/// Following git: template versions from pushes, and service instances from specs in a repository.
/// Start reading at [FollowWorkflow], then [TemplateSync].
@Floor(
        number = 3,
        uses = {"provision", "work", "render", "git", "store", "api", "base"})
@NullMarked
package openproton.resource.sync;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
