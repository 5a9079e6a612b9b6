/// What follows which branch, and how far each follower has come.
/// Start reading at [SyncConfig], then [FollowWorkflow].
@Floor(
        number = 3,
        uses = {"request", "resource.repository", "resource.template", "work", "api", "git", "store", "base"})
@NullMarked
package openproton.resource.sync.follow;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
